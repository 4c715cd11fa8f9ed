package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What is known of the ledger's chain of seals: it is read once from its beginning, and from there on as it grows. Whoever
 * fears that an old entry was changed since has it read {@link #again}. Lives on one event loop.
 */
public final class Chain {
    private final Vertx vertx;
    private final Pool pool;
    private final Clock clock;
    private UUID epoch;
    private ChainCheck check;
    private Instant since;
    private Future<State> running;

    public Chain(Vertx vertx, Pool pool, Clock clock) {
        this.vertx = vertx;
        this.pool = pool;
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

    /** Reads what was added since it was last asked. */
    public Future<State> state() {
        if (running == null || running.isComplete()) {
            running = new PgLedger(pool).head().compose(this::follow);
        }
        return running;
    }

    /** Reads everything anew. */
    public Future<State> again() {
        if (running == null || running.isComplete()) {
            check = null;
        }
        return state();
    }

    private Future<State> follow(Head head) {
        if (check == null || !head.epoch().equals(epoch)) {
            check = new ChainCheck(vertx, pool);
            epoch = head.epoch();
            since = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        }
        return check.run().compose(result -> new PgLedger(pool)
                .head()
                .map(end -> new State(
                        end.epoch(),
                        end.seq(),
                        end.seal().hex(),
                        end.at(),
                        result.entries(),
                        since,
                        result.broken().orElse(null))));
    }
}
