package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * What is known of the ledger's chain of seals: it is read once from its beginning, and from there on as it grows, also by the
 * next program. Whoever fears that an old entry was changed since has it read {@link #again}. Lives on one event loop.
 */
public final class Chain {
    /** Who asks is not left waiting for the end of a long reading. */
    private static final long PATIENCE_SECONDS = 4;

    /** So much more is worth a checkpoint. */
    private static final long WORTH_IT = 1_000;

    private final Vertx vertx;
    private final Pool pool;
    private final ChainCheckpoints checkpoints;
    private final Clock clock;
    private UUID epoch;
    private ChainCheck check;
    private Instant since;
    private long kept;
    private Future<State> running;

    public Chain(Vertx vertx, Pool pool, Clock clock) {
        this.vertx = vertx;
        this.pool = pool;
        this.checkpoints = new ChainCheckpoints(pool);
        this.clock = clock;
    }

    /**
     * @param seq the newest entry, and its {@code seal}
     * @param verified every entry up to this one is as it was written
     * @param since when the reading began at the first entry
     * @param broken the first entry that is not as it was written, or null
     */
    public record State(
            UUID epoch, long seq, String seal, Instant at, long verified, Instant since, ChainCheck.Broken broken) {}

    /** Reads what was added since it was last asked. While that takes long, it is answered how far it has come. */
    public Future<State> state() {
        if (running == null || running.isComplete()) {
            running = head().compose(this::follow);
        }
        return whileReading(running);
    }

    /** Reads everything anew. */
    public Future<State> again() {
        if (running == null || running.isComplete()) {
            running = head().compose(head -> {
                begin(head);
                return follow(head);
            });
        }
        return whileReading(running);
    }

    private Future<State> whileReading(Future<State> reading) {
        if (reading.isComplete()) {
            return reading;
        }
        Future<State> soFar = vertx.timer(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .compose(waited -> check == null ? reading : head().map(end -> state(end, check.verified(), null)));
        return Future.any(reading, soFar).compose(first -> reading.succeeded() || reading.failed() ? reading : soFar);
    }

    private Future<State> follow(Head head) {
        Future<Void> ready = check == null || !head.epoch().equals(epoch) ? goOn(head) : Future.succeededFuture();
        return ready.compose(begun -> check.run()).compose(result -> keep(result)
                .compose(done -> head())
                .map(end -> state(end, result.entries(), result.broken().orElse(null))));
    }

    /** From the checkpoint, where there is one that the ledger goes on from. */
    private Future<Void> goOn(Head head) {
        return checkpoints
                .read()
                .onSuccess(found -> {
                    begin(head);
                    found.ifPresent(checkpoint -> {
                        check = new ChainCheck(vertx, pool, checkpoint);
                        since = checkpoint.since();
                        kept = checkpoint.seq();
                    });
                })
                .mapEmpty();
    }

    private void begin(Head head) {
        check = new ChainCheck(vertx, pool);
        epoch = head.epoch();
        since = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        kept = 0;
    }

    private Future<Void> keep(ChainCheck.Result result) {
        if (result.broken().isPresent() || result.entries() - kept < WORTH_IT) {
            return Future.succeededFuture();
        }
        kept = result.entries();
        return checkpoints.keep(check.checkpoint(since));
    }

    private State state(Head end, long verified, ChainCheck.Broken broken) {
        return new State(end.epoch(), end.seq(), end.seal().text(), end.at(), verified, since, broken);
    }

    private Future<Head> head() {
        return new PgLedger(pool).head();
    }
}
