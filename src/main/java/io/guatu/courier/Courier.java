package io.guatu.courier;

import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Outbox;
import io.guatu.ledger.TidingMarks;
import io.guatu.relay.Relay;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells who wants to hear what becomes so on the board. One on each node, on its event loop. */
public final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final long EACH_MILLIS = 1_000;
    private static final int COUNT_EACH = 10;
    private static final int REMEMBER_EACH = 60;
    /** What is older is no news, and its ids never come again. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final Duration DAY = Duration.ofDays(1);

    private final Vertx vertx;
    private final Relay relay;
    private final Outbox outbox;
    private final Clock clock;
    private final Channels channels;
    private final OutboxMetrics metrics;
    private final Rounds rounds;
    private final Reporter reporter;
    private long timer;
    private long ticks;

    public Courier(
            Vertx vertx,
            Relay relay,
            Outbox outbox,
            TidingMarks marks,
            EntrySearch entries,
            Directory directory,
            Destinations destinations,
            Optional<Mailbox> mailbox,
            Clock clock,
            MeterRegistry meters) {
        this.vertx = vertx;
        this.relay = relay;
        this.outbox = outbox;
        this.clock = clock;
        this.channels = new Channels(vertx, destinations, mailbox, clock);
        this.metrics = new OutboxMetrics(clock, meters);
        this.rounds = new Rounds(vertx, relay, outbox, directory, channels, metrics, clock);
        this.reporter = new Reporter(vertx, relay, marks, entries, clock, rounds::ring);
    }

    /** Begins where the nodes of this board left off. */
    public void start() {
        relay.listen(moved -> {
            reporter.moved(moved);
            if (!moved.before().day().equals(moved.after().day())) {
                outbox.forget(clock.instant().minus(KEPT))
                        .onFailure(fault -> LOG.warn("old messages are forgotten another day: {}", fault.toString()));
            }
        });
        reporter.flush();
        timer = vertx.setPeriodic(EACH_MILLIS, id -> tick());
    }

    private void tick() {
        if (relay.stale()) {
            return; // what this node knows may be over
        }
        reporter.flush();
        rounds.ring();
        if (ticks % COUNT_EACH == 0) {
            outbox.lose(clock.instant())
                    .onSuccess(lost -> {
                        if (lost > 0) {
                            LOG.warn("of {} messages it is unknown whether they were sent: their node died", lost);
                        }
                    })
                    .compose(lost -> outbox.counts(clock.instant().minus(DAY)))
                    .onSuccess(metrics::read);
        }
        if (ticks % REMEMBER_EACH == REMEMBER_EACH - 1) {
            reporter.remember();
        }
        ticks++;
    }

    /** Completes when nothing is on its way any more. */
    public Future<Void> stop() {
        vertx.cancelTimer(timer);
        reporter.stop();
        return rounds.stop().eventually(reporter::remember).eventually(channels::close);
    }
}
