package io.guatu.ledger;

/** The statements of the access log. */
final class AccessSql {
    static final String LOCK_HEAD = """
            SELECT id, mac
            FROM access_head
            FOR UPDATE
            """;

    static final String ADD = """
            WITH added AS (
                INSERT INTO access_log (id, at, kind, who, role, address, what, times, kid, mac)
                SELECT *
                FROM unnest($3::bigint[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                            $10::integer[], $11::text[], $12::text[])
            )
            UPDATE access_head
            SET id = $1, mac = $2
            """;

    /** $1 before this row, $2 who, $3 kind, $4 address, $5 from, $6 to. */
    static final String FIND = """
            SELECT id, at, kind, who, role, address, what, times
            FROM access_log
            WHERE id < $1
              AND ($2::text IS NULL OR who = $2)
              AND ($3::text IS NULL OR kind = $3)
              AND ($4::text IS NULL OR address = $4)
              AND ($5::timestamptz IS NULL OR at >= $5)
              AND ($6::timestamptz IS NULL OR at < $6)
            ORDER BY id DESC
            LIMIT $7
            """;

    static final String READ_MARKED = """
            SELECT id, at, kind, who, role, address, what, times, kid, mac
            FROM access_log
            WHERE id > $1
            ORDER BY id
            LIMIT $2
            """;

    static final String READ_HEAD = """
            SELECT id, mac
            FROM access_head
            """;

    /** Some at a time: a statement may not take long. */
    static final String PRUNE = """
            SELECT prune_access_log($1, 5000) AS pruned
            """;

    private AccessSql() {}
}
