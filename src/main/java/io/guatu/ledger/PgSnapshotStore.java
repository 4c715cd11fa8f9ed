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

    @Override
    public Future<byte[]> part(Kept kept, int number) {
        return pool.preparedQuery(SnapshotSql.READ_PART)
                .execute(Tuple.of(kept.mark(), kept.seq(), number))
                .map(rows -> rows.size() == 0
                        ? null
                        : rows.iterator().next().getBuffer("bytes").getBytes());
    }

    @Override
    public Future<Void> keep(String mark, Head head, List<Part> parts) {
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

    private static Future<Void> parts(SqlConnection connection, String mark, long seq, List<Part> parts) {
        List<Part> left = new ArrayList<>(parts);
        int[] part = new int[1];
        return Loop.whileTrue(() -> left.isEmpty()
                ? Future.succeededFuture(false)
                : connection
                        .preparedQuery(SnapshotSql.KEEP_PART)
                        .execute(Tuple.of(
                                mark,
                                seq,
                                part[0]++,
                                Buffer.buffer(left.remove(0).bytes())))
                        .map(true));
    }

    @Override
    public Future<Void> thin(String mark) {
        return pool.preparedQuery(SnapshotSql.THIN)
                .execute(Tuple.of(mark, NEAR, (long) LATELY))
                .mapEmpty();
    }
}
