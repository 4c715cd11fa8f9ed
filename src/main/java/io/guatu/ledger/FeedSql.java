package io.guatu.ledger;

/** The statements of the addresses at which other programs read the board. */
final class FeedSql {
    /** $7 how many a person may have. No row: there are as many. The same id again has another secret. */
    static final String ADD = """
            INSERT INTO feed (id, person, kind, project, hash, made)
            SELECT $1::text, $2::text, $3::text, $4::text, $5::bytea, $6::timestamptz
            WHERE (SELECT count(*) FROM feed WHERE person = $2 AND id <> $1) < $7
            ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, made = excluded.made
            WHERE feed.person = excluded.person
            """;

    static final String OF_PERSON = """
            SELECT id, person, kind, project, made, used
            FROM feed
            WHERE person = $1
            ORDER BY made, id
            """;

    /** $2 today: written once a day. */
    static final String USE = """
            UPDATE feed
            SET used = $2
            WHERE hash = $1 AND used IS DISTINCT FROM $2
            """;

    static final String FIND = """
            SELECT id, person, kind, project, made, used
            FROM feed
            WHERE hash = $1
            """;

    static final String REMOVE = """
            DELETE FROM feed
            WHERE id = $1 AND person = $2
            """;

    private FeedSql() {}
}
