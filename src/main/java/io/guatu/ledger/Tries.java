package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * How often something was tried, whichever node was asked: a row holds how much of its tries is used up, and that runs out as time
 * goes by. There are so many rows and no more.
 */
public final class Tries {
    public static final int SLOTS = 65_536;

    private final Pool pool;

    public Tries(Pool pool) {
        this.pool = pool;
    }

    /**
     * Takes one of {@code most} tries, which come back within the period, in one statement: two nodes never take the same one.
     *
     * @return seconds to wait when there is none left
     */
    public Future<OptionalLong> take(int slot, int most, Duration period, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        double each = (double) period.toMillis() / 1_000 / most;
        return pool.preparedQuery(AccountSql.TAKE_TRY)
                .execute(Tuple.of(slot, at, (double) most, each))
                .compose(taken -> taken.rowCount() == 1
                        ? Future.succeededFuture(OptionalLong.empty())
                        : pool.preparedQuery(AccountSql.READ_TRY)
                                .execute(Tuple.of(slot, at, (double) most, each))
                                .map(rows -> OptionalLong.of(
                                        Math.max(1, rows.iterator().next().getLong("seconds")))));
    }

    /** A try was none. */
    public Future<Void> giveBack(int slot) {
        return pool.preparedQuery(AccountSql.GIVE_TRY_BACK)
                .execute(Tuple.of(slot))
                .mapEmpty();
    }
}
