package io.guatu.ledger;

/** The statements of the first start, which fills an empty board. */
final class SeedingSql {
    static final String BEGIN_SEEDING = """
            INSERT INTO seeding (day)
            VALUES ($1)
            ON CONFLICT DO NOTHING
            """;

    static final String READ_SEEDING = """
            SELECT day, done
            FROM seeding
            """;

    static final String END_SEEDING = """
            UPDATE seeding
            SET done = true
            """;

    private SeedingSql() {}
}
