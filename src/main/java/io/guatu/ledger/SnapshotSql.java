package io.guatu.ledger;

/** The statements of the snapshots. */
final class SnapshotSql {
    /** Only where the ledger still holds the very entry that the snapshot ends with. */
    static final String READ_UP_TO = """
            SELECT s.seq, s.seal, s.at, s.sha256
            FROM snapshot s
            JOIN entry e ON e.seq = s.seq AND e.seal = s.seal
            WHERE s.mark = $1 AND s.seq <= $2
            ORDER BY s.seq DESC
            """;

    static final String READ_PART = """
            SELECT bytes
            FROM snapshot_part
            WHERE mark = $1 AND seq = $2 AND part = $3
            """;

    static final String KEEP = """
            INSERT INTO snapshot (mark, seq, seal, at, sha256, parts)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING
            """;

    static final String KEEP_PART = """
            INSERT INTO snapshot_part (mark, seq, part, bytes)
            VALUES ($1, $2, $3, $4)
            """;

    static final String THIN = """
            WITH aged AS (
                SELECT mark, seq, written,
                       CASE WHEN max(seq) OVER (PARTITION BY mark) - seq < $2 THEN $2 / $3 ELSE $2 END AS stretch
                FROM snapshot
            ), ranked AS (
                SELECT mark, seq, written,
                       row_number() OVER (PARTITION BY mark ORDER BY seq DESC) AS newest,
                       row_number() OVER (
                           PARTITION BY mark, stretch, seq / stretch
                           ORDER BY seq DESC) AS last
                FROM aged
            )
            DELETE FROM snapshot s
            USING ranked r
            WHERE s.mark = r.mark AND s.seq = r.seq
              AND (r.mark = $1 AND r.newest > 2 AND r.last > 1
                OR r.mark <> $1 AND (r.newest > 1 OR r.written < now() - interval '31 days'))
            """;

    private SnapshotSql() {}
}
