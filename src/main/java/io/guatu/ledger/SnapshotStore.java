package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Snapshots of the state beside the ledger, as bytes that this room does not read. One is there whole or not at all, and is
 * offered only while the ledger still holds the entry that it ends with.
 */
public final class SnapshotStore {
    private final Pool pool;

    public SnapshotStore(Pool pool) {
        this.pool = pool;
    }

    /** A snapshot as it is listed: folded by the code that {@code mark} stands for, up to the entry {@code seq} of that moment. */
    public record Kept(String mark, long seq, Seal seal, Instant at, String sha256) {
        /** Whether these are the bytes that were written. */
        public boolean holds(List<byte[]> parts) {
            return sha256.equals(sum(parts));
        }
    }

    /** Those of this mark up to {@code seq} that the ledger still goes on from, newest first. */
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

    public Future<List<byte[]>> parts(Kept kept) {
        return pool.preparedQuery(SnapshotSql.READ_PARTS)
                .execute(Tuple.of(kept.mark(), kept.seq()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getBuffer("bytes").getBytes())
                        .toList());
    }

    /** Nothing, when somebody was quicker. */
    public Future<Void> keep(String mark, Head head, List<byte[]> parts) {
        Tuple snapshot = Tuple.of(
                mark, head.seq(), head.seal().hex(), head.at().atOffset(ZoneOffset.UTC), sum(parts), parts.size());
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

    /**
     * Forgets what nobody will begin with: of each mark the newest stays, of a month the last of each day, before that the last
     * of each month; what another program folded stays for a month, should it come back.
     */
    public Future<Void> thin(String mark) {
        return pool.preparedQuery(SnapshotSql.THIN).execute(Tuple.of(mark)).mapEmpty();
    }

    private static String sum(List<byte[]> parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            parts.forEach(sha256::update);
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
