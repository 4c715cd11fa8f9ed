package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Frames of past days, beside the ledger, as bytes that this room does not read: one a day. One is found only by who would make
 * the same.
 */
public final class FrameStore {
    private static final String FIND = """
            SELECT bytes
            FROM past_frame
            WHERE day = $1 AND mark = $2 AND epoch = $3 AND seq = $4 AND seal = $5
            """;

    private static final String KEEP = """
            INSERT INTO past_frame (day, mark, epoch, seq, seal, bytes)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (day) DO UPDATE
            SET mark = EXCLUDED.mark, epoch = EXCLUDED.epoch, seq = EXCLUDED.seq, seal = EXCLUDED.seal,
                bytes = EXCLUDED.bytes
            """;

    private static final String MISSING = """
            SELECT d::date AS day
            FROM generate_series($3::date, $4::date, interval '1 day') d
            WHERE NOT EXISTS (
                SELECT
                FROM past_frame f
                WHERE f.day = d::date AND f.mark = $1 AND f.epoch = $2 AND f.seal IS NOT NULL
            )
            ORDER BY d DESC
            LIMIT $5
            """;

    private final Pool pool;

    public FrameStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Whose frame it is: made by the program that {@code mark} stands for, of the ledger {@code epoch} up to the entry {@code seq}
     * that bears {@code seal}, for the end of {@code day}.
     */
    public record Of(String mark, UUID epoch, long seq, Seal seal, LocalDate day) {}

    public Future<Optional<byte[]>> find(Of of) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(
                        of.day(), of.mark(), of.epoch(), of.seq(), of.seal().text()))
                .map(rows -> first(rows).map(row -> row.getBuffer("bytes").getBytes()));
    }

    /** It takes the place of what another program kept of the day. */
    public Future<Void> keep(Of of, byte[] bytes) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(
                        of.day(), of.mark(), of.epoch(), of.seq(), of.seal().text(), Buffer.buffer(bytes)))
                .mapEmpty();
    }

    /** The newest of these days, the last included, of which this program has kept none: at most so many, newest first. */
    public Future<List<LocalDate>> missing(String mark, UUID epoch, LocalDate from, LocalDate to, int most) {
        return pool.preparedQuery(MISSING)
                .execute(Tuple.of(mark, epoch, from, to, most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLocalDate("day"))
                        .toList());
    }

    private static Optional<Row> first(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }
}
