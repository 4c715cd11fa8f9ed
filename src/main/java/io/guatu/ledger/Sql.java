package io.guatu.ledger;

/** Every statement of the application, named by what it answers or does. */
final class Sql {
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

    static final String READ_AFTER = """
            SELECT seq, project, project_seq, at, author_id, author_role, author_name, author_company, kind, body, seal
            FROM entry
            WHERE seq > $1
            ORDER BY seq
            LIMIT $2
            """;

    static final String READ_THESE = """
            SELECT seq, project, project_seq, at, author_id, author_role, author_name, author_company, body, seal
            FROM entry
            WHERE seq = ANY ($1::bigint[])
            ORDER BY seq
            """;

    private static final String FITTING = """
            SELECT seq, project, project_seq, at, author_id, author_role, author_name, author_company, body, seal
            FROM entry
            WHERE seq > $1 AND seq < $2
              AND ($3::text IS NULL OR project = $3)
              AND ($4::text IS NULL OR kind = $4)
              AND ($5::text IS NULL OR author_id = $5)
              AND ($6::timestamptz IS NULL OR at >= $6)
              AND ($7::timestamptz IS NULL OR at < $7)
              AND kind <> ALL ($8::text[])
              AND ($9::text IS NULL OR body ILIKE $9 OR author_name ILIKE $9)
            """;

    static final String FIND = FITTING + """
            ORDER BY seq
            LIMIT $10
            """;

    static final String FIND_NEWEST_FIRST = FITTING + """
            ORDER BY seq DESC
            LIMIT $10
            """;

    /** By CASE, because only in these kinds a member of that name is a seq or a grant. */
    private static final String OWN = """
            WITH told AS (
                SELECT seq
                FROM entry
                WHERE project = $3 AND author_role = 'CONTRACTOR' AND author_id = ANY ($4::text[])
            ), notice AS (
                SELECT seq, body
                FROM entry
                WHERE project = $3 AND kind = 'notice-issued' AND body::json ->> 'grant' = ANY ($4::text[])
            ), noticed AS (
                SELECT json_array_elements_text(body::json -> 'hazards') AS hazard
                FROM notice
            )
            SELECT seq, project, project_seq, at, author_id, author_role, author_name, author_company, body, seal
            FROM entry
            WHERE seq > $1 AND seq < $2 AND project = $3
              AND (seq IN (SELECT seq FROM told)
                OR seq IN (SELECT seq FROM notice)
                OR CASE kind
                     WHEN 'progress-verified' THEN body::json ->> 'report'
                     WHEN 'progress-returned' THEN body::json ->> 'report'
                     WHEN 'blocker-cleared' THEN body::json ->> 'blocker'
                   END IN (SELECT seq::text FROM told)
                OR CASE kind
                     WHEN 'hazard-rechecked' THEN body::json ->> 'hazard'
                   END IN (SELECT hazard FROM noticed))
            """;

    static final String FIND_OWN = OWN + """
            ORDER BY seq
            LIMIT $5
            """;

    static final String FIND_OWN_NEWEST_FIRST = OWN + """
            ORDER BY seq DESC
            LIMIT $5
            """;

    static final String READ_SEQ_BEFORE = """
            SELECT seq
            FROM entry
            WHERE at < $1
            ORDER BY at DESC, seq DESC
            LIMIT 1
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
     * The bell rings with the number only: a payload could fail the commit.
     */
    static final String APPEND = """
            WITH moved AS (
                UPDATE head
                SET seq = $1, seal = $2, at = $3
                WHERE seq = $4 AND seal = $5
                RETURNING seq
            ), added AS (
                INSERT INTO entry (seq, project, project_seq, at, author_id, author_role, author_name, author_company,
                                   kind, body, seal)
                SELECT *
                FROM unnest($6::bigint[], $7::text[], $8::bigint[], $9::timestamptz[], $10::text[], $11::text[],
                            $12::text[], $13::text[], $14::text[], $15::text[], $16::text[])
                WHERE EXISTS (SELECT FROM moved)
            ), kept AS (
                INSERT INTO idempotency (author, key, fingerprint, seq, entries)
                SELECT *
                FROM unnest($17::text[], $18::text[], $19::text[], $20::bigint[], $21::integer[])
                WHERE EXISTS (SELECT FROM moved)
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

    /** $1 id, $2 the ticket's turn, $3 now, $4 since when the last ticket is good once more, $5 until when at most. */
    static final String TURN_SESSION = """
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

    static final String BRING_PHOTO = """
            INSERT INTO photo_waiting (id, project, photo, picture, thumbnail)
            VALUES ($1, $2, $3, $4, $5)
            """;

    /** This one, and whatever a program left behind that was ended in between. */
    static final String DROP_PHOTO = """
            DELETE FROM photo_waiting
            WHERE id = $1 OR since < now() - interval '1 hour'
            """;

    static final String READ_PICTURE = """
            SELECT picture AS bytes
            FROM photo
            WHERE project = $1 AND id = $2
            """;

    static final String READ_THUMBNAIL = """
            SELECT thumbnail AS bytes
            FROM photo
            WHERE project = $1 AND id = $2
            """;

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

    /** For the owner alone: the application may not. */
    static final String RENEW_EPOCH = """
            INSERT INTO guatu.renewal (seq, seal)
            SELECT seq, seal
            FROM guatu.head
            RETURNING epoch
            """;

    /** Whether who is logged in can neither change the ledger nor become somebody who can. */
    static final String IS_BOUND = """
            SELECT NOT (me.rolsuper OR me.rolcreaterole OR me.rolbypassrls OR me.rolreplication)
                AND pg_has_role(session_user, 'guatu_app', 'MEMBER')
                AND NOT pg_has_role(session_user, entry.relowner, 'MEMBER')
                AND NOT has_table_privilege(session_user, entry.oid, 'UPDATE, DELETE, TRUNCATE')
            FROM pg_roles me, pg_class entry
            WHERE me.rolname = session_user AND entry.oid = 'guatu.entry'::regclass
            """;

    static final String IS_ROLE = """
            SELECT
            FROM pg_roles
            WHERE rolname = ?
            """;

    /** Nodes that start together make one login, one after the other. */
    static final String ONE_AT_A_TIME = """
            SELECT pg_advisory_xact_lock(4711030)
            """;

    static final String QUOTED = """
            SELECT format(?, VARIADIC ?)
            """;

    private Sql() {}
}
