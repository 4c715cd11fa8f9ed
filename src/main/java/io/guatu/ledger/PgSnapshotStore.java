package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Snapshots in PostgreSQL, beside the ledger. */
public final class PgSnapshotStore implements SnapshotStore {
    /** They are megabytes, and arrive on the event loop: a writer behind them waits for one, and not for eight. */
    private static final int TOGETHER = 1;

    private final Pool pool;

    public PgSnapshotStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Future<List<Kept>> upTo(String mark, long seq) {
        return pool.preparedQuery(SnapshotSql.READ_UP_TO)
                .execute(Tuple.of(mark, seq))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Kept(
                                mark,
                                row.getLong("seq"),
                                new Seal(row.getString("seal")),
                                row.getOffsetDateTime("at").toInstant(),
                                row.getString("sha256")))
                        .toList());
    }

    /** One by one: all of them in one answer would take longer than a statement may. */
    @Override
    public Future<List<byte[]>> parts(Kept kept) {
        List<byte[]> parts = new ArrayList<>();
        return Loop.whileTrue(() -> pool.preparedQuery(SnapshotSql.READ_PARTS)
                        .execute(Tuple.of(kept.mark(), kept.seq(), parts.size(), TOGETHER))
                        .map(rows -> {
                            rows.forEach(row -> parts.add(row.getBuffer("bytes").getBytes()));
                            return rows.size() == TOGETHER;
                        }))
                .map(read -> parts);
    }

    @Override
    public Future<Void> keep(String mark, Head head, List<byte[]> parts) {
        Tuple snapshot = Tuple.of(
                mark,
                head.seq(),
                head.seal().text(),
                head.at().atOffset(ZoneOffset.UTC),
                SnapshotStore.sum(parts),
                parts.size());
        return pool.withTransaction(connection -> connection
                .preparedQuery(SnapshotSql.KEEP)
                .execute(snapshot)
                .compose(kept ->
                        kept.rowCount() == 0 ? Future.succeededFuture() : parts(connection, mark, head.seq(), parts)));
    }

    private static Future<Void> parts(SqlConnection connection, String mark, long seq, List<byte[]> parts) {
        List<byte[]> left = new ArrayList<>(parts);
        int[] part = new int[1];
        return Loop.whileTrue(() -> left.isEmpty()
                ? Future.succeededFuture(false)
                : connection
                        .preparedQuery(SnapshotSql.KEEP_PART)
                        .execute(Tuple.of(mark, seq, part[0]++, Buffer.buffer(left.remove(0))))
                        .map(true));
    }

    @Override
    public Future<Void> thin(String mark) {
        return pool.preparedQuery(SnapshotSql.THIN)
                .execute(Tuple.of(mark, NEAR, (long) LATELY))
                .mapEmpty();
    }
}
