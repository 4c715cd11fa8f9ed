package io.guatu.ledger;

/** The statements that add to the ledger and follow it. */
final class LedgerSql {
    /** Waits for its turn: the row is locked until the transaction ends. */
    static final String LOCK_HEAD = """
            SELECT COALESCE((SELECT epoch FROM renewal ORDER BY number DESC LIMIT 1), epoch) AS epoch, seq, seal, at
            FROM head
            FOR UPDATE
            """;

    static final String READ_HEAD = """
            SELECT COALESCE((SELECT epoch FROM renewal ORDER BY number DESC LIMIT 1), epoch) AS epoch, seq, seal, at
            FROM head
            """;

    /** With the entry {@code $1} itself, whose seal says whether this is still the same past. */
    static final String READ_FROM = """
            SELECT seq, project, project_seq, at, author_id, author_role, author_name, author_company, body, seal
            FROM entry
            WHERE seq >= $1
            ORDER BY seq
            LIMIT $2
            """;

    static final String READ_KNOWN = """
            SELECT a.author, a.key, a.fingerprint,
                   e.seq, e.project, e.project_seq, e.at, e.author_id, e.author_role, e.author_name, e.author_company, e.body
            FROM unnest($1::text[], $2::text[]) AS asked (author, key)
            JOIN idempotency a USING (author, key)
            JOIN entry e ON e.seq >= a.seq AND e.seq < a.seq + a.entries
            ORDER BY e.seq
            """;

    /**
     * All of an append in one statement, so one round trip: the head advances from where it was expected, or nothing happens.
     * The notification carries the number only: a payload could fail the commit.
     */
    static final String APPEND = """
            WITH moved AS (
                UPDATE head
                SET seq = $1, seal = $2, at = $3
                WHERE seq = $4 AND seal = $5
                RETURNING seq
            ), added AS (
                INSERT INTO entry (seq, project, project_seq, at, author_id, author_role, author_name, author_company,
                                   kind, body, seal, refers)
                SELECT *
                FROM unnest($6::bigint[], $7::text[], $8::bigint[], $9::timestamptz[], $10::text[], $11::text[],
                            $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::bigint[])
                WHERE EXISTS (SELECT FROM moved)
            ), kept AS (
                INSERT INTO idempotency (author, key, fingerprint, seq, entries)
                SELECT *
                FROM unnest($18::text[], $19::text[], $20::text[], $21::bigint[], $22::integer[])
                WHERE EXISTS (SELECT FROM moved)
            ), taken AS (
                INSERT INTO photo (project, id, picture, thumbnail)
                SELECT DISTINCT ON (project, photo) project, photo, picture, thumbnail
                FROM unnest($23::text[], $24::text[]) AS brought (project, photo)
                JOIN photo_waiting USING (project, photo)
                WHERE EXISTS (SELECT FROM moved)
                ON CONFLICT DO NOTHING
            )
            SELECT pg_notify('guatu', seq::text)
            FROM moved
            """;

    /** Of two nodes that find the same past gone, one renews. */
    static final String RENEW_GONE = """
            INSERT INTO renewal (seq, seal)
            SELECT $1, $2
            FROM head
            WHERE $3 = COALESCE((SELECT epoch FROM renewal ORDER BY number DESC LIMIT 1), epoch)
            """;

    /** Some at a time: a statement may not take long. */
    static final String PRUNE_IDEMPOTENCY = """
            SELECT prune_idempotency(10000) AS pruned
            """;

    /** A node rings for itself, to hear whether its own listener is deaf. */
    static final String RING = """
            SELECT pg_notify('guatu', $1)
            """;

    /**
     * Takes the head's row and the locks of an append, in the order of an append; adds nothing. On a standby it is refused as an
     * append is.
     */
    static final String COULD_APPEND = """
            WITH held AS (
                SELECT at
                FROM head
                FOR UPDATE
            ), nothing AS (
                INSERT INTO entry (seq, project_seq, at, author_id, author_role, author_name, kind, body, seal)
                SELECT 1, 0, at, '', '', '', '', '', ''
                FROM held
                WHERE false
            )
            SELECT clock_timestamp() AS now
            FROM held
            """;

    /** To be taken back. */
    static final String NEEDS_ROOM = """
            INSERT INTO photo_waiting (id, project, photo, picture, thumbnail)
            VALUES ($1, '', '', $2, '')
            """;

    /** Of a server that can be written to: its history's number, which every promotion raises. Null of a standby. */
    static final String TIMELINE = """
            SELECT CASE WHEN NOT pg_is_in_recovery() AND current_setting('default_transaction_read_only') = 'off'
                        THEN ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::bigint
                   END AS timeline
            """;

    private LedgerSql() {}
}
