package io.guatu.ledger;

/** The statements of who was there last: screens, and contractors by their grants. */
final class PresenceSql {
    static final String SEE_SCREENS = """
            INSERT INTO sighting (screen, at, seq, painted, width, height)
            SELECT *
            FROM unnest($1::text[], $2::timestamptz[], $3::bigint[], $4::bigint[], $5::integer[], $6::integer[])
            ON CONFLICT (screen) DO UPDATE
            SET at = EXCLUDED.at, seq = EXCLUDED.seq, painted = EXCLUDED.painted, width = EXCLUDED.width,
                height = EXCLUDED.height
            WHERE sighting.at < EXCLUDED.at
            """;

    static final String READ_SIGHTINGS = """
            SELECT screen, at, seq, painted, width, height
            FROM sighting
            """;

    static final String USE_GRANT = """
            INSERT INTO grant_use (grant_id, at)
            VALUES ($1, $2)
            ON CONFLICT (grant_id) DO UPDATE SET at = GREATEST(grant_use.at, EXCLUDED.at)
            """;

    static final String READ_USES = """
            SELECT grant_id, at
            FROM grant_use
            """;

    private PresenceSql() {}
}
