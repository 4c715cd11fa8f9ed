package io.guatu.ledger;

/** The statements of who may come in: passwords, sessions, and the key that signs their tokens. */
final class AccountSql {
    static final String READ_CREDENTIAL = """
            SELECT hash, first
            FROM credential
            WHERE person = $1
            """;

    /** $4 the entry that says so: one that is told again, or that a newer one overtook, sets nothing. */
    static final String SET_CREDENTIAL = """
            INSERT INTO credential (person, hash, first, seq)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (person) DO UPDATE
            SET hash = EXCLUDED.hash, first = EXCLUDED.first, seq = EXCLUDED.seq, changed = now()
            WHERE credential.seq < EXCLUDED.seq
            """;

    /** Only for whom nobody set one before: of two nodes that start together one does. */
    static final String SET_FIRST_CREDENTIAL = """
            INSERT INTO credential (person, hash, first)
            VALUES ($1, $2, $3)
            ON CONFLICT DO NOTHING
            """;

    static final String FORGET_SESSIONS = """
            DELETE FROM session
            WHERE person = $1 AND (expires < $2 OR ended IS NOT NULL)
            """;

    static final String BEGIN_SESSION = """
            INSERT INTO session (id, person, began, turned, expires)
            VALUES ($1, $2, $3, $3, $4)
            """;

    /** $1 id, $2 the refresh token's turn, $3 now, $4 since when the last one is good once more, $5 until when at most. */
    static final String ROTATE_SESSION = """
            UPDATE session
            SET turn = CASE WHEN turn = $2 THEN turn + 1 ELSE turn END,
                turned = CASE WHEN turn = $2 THEN $3 ELSE turned END,
                expires = CASE WHEN turn = $2 THEN LEAST($5, began + interval '30 days') ELSE expires END,
                ended = CASE WHEN turn = $2 OR turn = $2 + 1 AND turned > $4 THEN NULL ELSE $3 END
            WHERE id = $1 AND ended IS NULL AND expires > $3
            RETURNING person, began, turn, expires, ended
            """;

    static final String END_SESSION = """
            UPDATE session
            SET ended = $2
            WHERE id = $1 AND ended IS NULL
            """;

    static final String READ_FACTOR = """
            SELECT secret, confirmed, step
            FROM second_factor
            WHERE person = $1
            """;

    static final String PROPOSE_FACTOR = """
            INSERT INTO second_factor (person, secret)
            VALUES ($1, $2)
            ON CONFLICT DO NOTHING
            """;

    static final String CONFIRM_FACTOR = """
            UPDATE second_factor
            SET confirmed = true, step = $2, codes = $3
            WHERE person = $1 AND NOT confirmed
            """;

    static final String USE_FACTOR = """
            UPDATE second_factor
            SET step = $2
            WHERE person = $1 AND step < $2
            """;

    static final String RECOVER = """
            UPDATE second_factor
            SET codes = array_remove(codes, $2)
            WHERE person = $1 AND $2 = ANY (codes)
            """;

    static final String FORGET_FACTOR = """
            DELETE FROM second_factor
            WHERE person = $1
            """;

    static final String READ_SIGNING_KEY = """
            SELECT kid
            FROM signing_key
            ORDER BY seen DESC
            LIMIT 1
            """;

    static final String SEE_SIGNING_KEY = """
            INSERT INTO signing_key (kid, seen)
            VALUES ($1, now())
            ON CONFLICT (kid) DO UPDATE SET seen = EXCLUDED.seen
            """;

    /**
     * What is used up runs out by one each {@code $4} seconds. A row that is of the far future was a broken clock's, and is begun
     * anew; one of another node's next seconds does not run out before they come.
     */
    private static final String LEFT = """
            CASE
                WHEN t.at > $2::timestamptz + interval '1 hour' THEN 0
                ELSE greatest(0, t.level - greatest(0, extract(epoch FROM $2::timestamptz - t.at)) / $4::double precision)
            END""";

    static final String TAKE_TRY = """
            INSERT INTO tries AS t (slot, level, at)
            VALUES ($1, 1, $2::timestamptz)
            ON CONFLICT (slot) DO UPDATE
            SET level = %1$s + 1,
                at = CASE WHEN t.at > excluded.at + interval '1 hour' THEN excluded.at ELSE greatest(t.at, excluded.at) END
            WHERE %1$s + 1 <= $3::double precision + 1e-6
            """.formatted(LEFT);

    static final String READ_TRY = """
            SELECT COALESCE(max(ceil((%1$s + 1 - $3::double precision) * $4::double precision - 1e-6)), 1)::bigint AS seconds
            FROM tries t
            WHERE slot = $1
            """.formatted(LEFT);

    static final String GIVE_TRY_BACK = """
            UPDATE tries
            SET level = greatest(0, level - 1)
            WHERE slot = $1
            """;

    private AccountSql() {}
}
