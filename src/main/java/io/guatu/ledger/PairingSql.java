package io.guatu.ledger;

/** The statements of walls that wait to be paired. */
final class PairingSql {
    /** $1 before when codes ended that nobody asks about any more. */
    static final String FORGET = """
            DELETE FROM pairing
            WHERE expires < $1
            """;

    /** $5 now, $6 how many codes may be open. No row: too many are, or this code is another wall's. */
    static final String OPEN = """
            INSERT INTO pairing (code, hash, screen, expires)
            SELECT $1::text, $2::bytea, $3::text, $4::timestamptz
            WHERE (SELECT count(*) FROM pairing WHERE expires > $5 AND taken IS NULL) < $6
            ON CONFLICT DO NOTHING
            """;

    static final String FIND = """
            SELECT code, screen, expires
            FROM pairing
            WHERE hash = $1
            """;

    static final String FIND_CODE = """
            SELECT code, screen, expires
            FROM pairing
            WHERE code = $1
            """;

    static final String TAKE = """
            UPDATE pairing
            SET taken = $2
            WHERE hash = $1 AND taken IS NULL
            """;

    private PairingSql() {}
}
