package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Finds out whether the ledger could be added to, without adding to it: by the same login, through the same locks. */
public final class WriteProbe {
    /** PostgreSQL grows a file by pages of 8 KiB: so much never fits into what is left of one. */
    private static final int ROOM = 64 * 1024;

    private final Pool pool;

    public WriteProbe(Pool pool) {
        this.pool = pool;
    }

    /** What the database's clock says; fails with what keeps everybody from writing. */
    public Future<Instant> ask() {
        return pool.query(LedgerSql.COULD_APPEND)
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
    }

    /** Whether the disk takes more: writes for real, and takes it back. Only where that is in doubt. */
    public Future<Void> askForRoom() {
        byte[] noise = new byte[ROOM]; // it would be compressed to nothing otherwise
        new SecureRandom().nextBytes(noise);
        Buffer bytes = Buffer.buffer(noise);
        return pool.withConnection(connection -> connection.begin().compose(transaction -> connection
                .preparedQuery(LedgerSql.NEEDS_ROOM)
                .execute(Tuple.of(UUID.randomUUID(), bytes))
                .transform(written -> transaction
                        .rollback()
                        .transform(back -> written.succeeded()
                                ? Future.<Void>succeededFuture()
                                : Future.failedFuture(written.cause())))));
    }
}
