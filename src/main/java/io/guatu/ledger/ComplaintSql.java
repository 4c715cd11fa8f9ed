package io.guatu.ledger;

/** The statements of complaints and suggestions. */
final class ComplaintSql {
    /** $5 how many may wait. No row: so many do, or it is there already. */
    static final String ADD = """
            INSERT INTO complaint (id, made, words, contact)
            SELECT $1::text, $2::timestamptz, $3::text, $4::text
            WHERE (SELECT count(*) FROM complaint WHERE closed IS NULL) < $5
            ON CONFLICT (id) DO NOTHING
            """;

    static final String FIND = """
            SELECT id, made, words, contact, answer, answered, answered_by, closed
            FROM complaint
            WHERE id = $1
            """;

    /** Those that wait first, oldest first. $1 how many. */
    static final String NEWEST = """
            SELECT id, made, words, contact, answer, answered, answered_by, closed
            FROM complaint
            ORDER BY closed IS NOT NULL, closed DESC, made, id
            LIMIT $1
            """;

    /** $2 the answer, or null: as it was; $5 when it was closed, or null: it waits. */
    static final String ANSWER = """
            UPDATE complaint
            SET answer = coalesce($2::text, answer),
                answered = CASE WHEN $2::text IS NULL THEN answered ELSE $3::timestamptz END,
                answered_by = CASE WHEN $2::text IS NULL THEN answered_by ELSE $4::text END,
                closed = $5::timestamptz
            WHERE id = $1
            """;

    static final String FORGET = """
            DELETE FROM complaint
            WHERE closed < $1
            """;

    private ComplaintSql() {}
}
