package io.guatu.command;

import io.guatu.ledger.NotUnderstood;
import io.guatu.ledger.Obstacle;
import io.guatu.ledger.Silence;
import io.guatu.ledger.WriteProbe;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether anything can be written just now, and if not, why: asked every few seconds, and told by the writer when it fails, so
 * that a node can say that it is not ready and be ready again by itself. Lives on one event loop.
 */
public final class Writability {
    private static final Logger LOG = LoggerFactory.getLogger(Writability.class);
    private static final long EVERY_MILLIS = 2_000;

    private final Vertx vertx;
    private final WriteProbe probe;
    private final Clock clock;
    private final Duration borne;
    private final Supplier<Optional<NotUnderstood>> end;
    private Obstacle obstacle;
    private Duration ahead = Duration.ZERO;
    private boolean doubtful;
    private boolean stopped;

    /** @param end the entry that this program does not understand */
    public Writability(
            Vertx vertx, WriteProbe probe, Clock clock, Silence silence, Supplier<Optional<NotUnderstood>> end) {
        this.vertx = vertx;
        this.probe = probe;
        this.clock = clock;
        this.borne = silence.clocks();
        this.end = end;
    }

    /** Completes when it is known for the first time; is asked from then on until {@link #stop}. */
    public Future<Void> start() {
        return look().onComplete(looked -> {
            if (!stopped) {
                vertx.setTimer(EVERY_MILLIS, timer -> start());
            }
        });
    }

    public void stop() {
        stopped = true;
    }

    /** What stands in the way of everybody who wants to write; empty: nothing that is known. */
    public Optional<Obstacle> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /** How far this machine's clock is ahead of the database's; negative: behind it. */
    public Duration ahead() {
        return ahead;
    }

    /** Why this node itself must not write, whatever the database would take; empty: it may. */
    public Optional<Obstacle> forbidden() {
        return end.get().isPresent()
                ? Optional.of(Obstacle.NOT_UNDERSTOOD)
                : obstacle().filter(Obstacle.CLOCK::equals);
    }

    /** The writer could not write. A disk that is full shows only when something is really written. */
    public void failed(Throwable fault) {
        if (Obstacle.of(fault) == Obstacle.DISK_FULL) {
            doubtful = true;
            found(Obstacle.DISK_FULL, fault.getMessage());
        }
    }

    private Future<Void> look() {
        Instant asked = clock.instant();
        return probe.ask()
                .compose(now -> doubtful ? probe.askForRoom().map(now) : Future.succeededFuture(now))
                .onSuccess(now -> {
                    doubtful = false;
                    compare(asked, now);
                })
                .onFailure(fault -> found(Obstacle.of(fault), fault.getMessage()))
                .transform(looked -> Future.succeededFuture());
    }

    /** The database answered at some moment between asking and now: what lies in there is no difference. */
    private void compare(Instant asked, Instant database) {
        Instant answered = clock.instant();
        ahead = database.isBefore(asked)
                ? Duration.between(database, asked)
                : database.isAfter(answered) ? Duration.between(database, answered) : Duration.ZERO;
        if (ahead.abs().compareTo(borne) > 0) {
            found(Obstacle.CLOCK, "this machine's clock is " + ahead.toSeconds() + " s ahead of the database's");
        } else {
            Optional<NotUnderstood> unread = end.get();
            found(
                    unread.map(known -> Obstacle.NOT_UNDERSTOOD).orElse(null),
                    unread.map(NotUnderstood::getMessage).orElse(null));
        }
    }

    /** Said when it changes, and not every time. */
    private void found(Obstacle now, String why) {
        if (now == obstacle) {
            return;
        }
        obstacle = now;
        if (now == null) {
            LOG.info("the ledger can be written to again");
        } else {
            LOG.error("nothing can be written to the ledger ({}): {}", now, why);
        }
    }
}
