package io.guatu.ledger;

/** The statements of what is told, and to whom. */
final class OutboxSql {
    static final String RECEIVERS = """
            SELECT id, person, settings, sealed, made, changed, changed_by, next_at
            FROM receiver
            WHERE removed IS NULL
            ORDER BY made, id
            """;

    static final String RECEIVER = """
            SELECT id, person, settings, sealed, made, changed, changed_by, next_at
            FROM receiver
            WHERE id = $1 AND removed IS NULL
            """;

    /** $4: null keeps the secrets that there are. One that was removed begins anew. $7 how many there may be. */
    static final String SAVE_RECEIVER = """
            INSERT INTO receiver AS r (id, person, settings, sealed, made, changed, changed_by, next_at)
            SELECT $1::text, $2::text, $3::text, $4::text, $5::timestamptz, $5, $6::text, $5
            WHERE (SELECT count(*) FROM receiver WHERE removed IS NULL AND id <> $1) < $7
            ON CONFLICT (id) DO UPDATE
            SET settings = EXCLUDED.settings,
                sealed = coalesce(EXCLUDED.sealed, r.sealed),
                made = CASE WHEN r.removed IS NULL THEN r.made ELSE EXCLUDED.made END,
                changed = EXCLUDED.changed,
                changed_by = EXCLUDED.changed_by,
                removed = NULL
            """;

    /** What waits goes by the new hours. */
    static final String DUE_ANEW = """
            UPDATE outbox
            SET due = $2
            WHERE receiver = $1 AND state = 'waiting'
            """;

    static final String REMOVE_RECEIVER = """
            WITH gone AS (
                UPDATE receiver
                SET removed = $2, sealed = NULL, settings = $3, changed = $2, changed_by = $4
                WHERE id = $1 AND removed IS NULL
                RETURNING id
            ), moot AS (
                UPDATE outbox
                SET state = 'moot', done = $2
                WHERE receiver IN (SELECT id FROM gone) AND state = 'waiting'
            )
            SELECT id FROM gone
            """;

    static final String PUT = """
            INSERT INTO outbox (fact, receiver, channel, body, made, due)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[])
            ON CONFLICT (fact, receiver, channel) DO NOTHING
            """;

    /** $1 now, $2 until when it is this claim's, $3. Two nodes never tell one receiver at the same time. */
    static final String CLAIM_RECEIVER = """
            UPDATE receiver
            SET lease = $2, claim = $3
            WHERE id = (
                SELECT r.id
                FROM receiver r
                WHERE r.removed IS NULL AND r.next_at <= $1 AND (r.lease IS NULL OR r.lease < $1)
                  AND EXISTS (
                      SELECT FROM outbox o
                      WHERE o.receiver = r.id AND o.state = 'waiting' AND o.due <= $1)
                ORDER BY r.next_at
                LIMIT 1
                FOR UPDATE SKIP LOCKED)
            RETURNING id, person, settings, sealed, made, changed, changed_by, next_at
            """;

    static final String CLAIM = """
            UPDATE outbox
            SET state = 'sending', tries = tries + 1, lease = $3, claim = $4
            WHERE id IN (
                SELECT id
                FROM outbox
                WHERE receiver = $1 AND state = 'waiting' AND due <= $2
                ORDER BY id
                LIMIT $5
                FOR UPDATE SKIP LOCKED)
            RETURNING id, fact, receiver, channel, body, made, due, state, tries, said, fault, done
            """;

    /** What a slow clock took for lost meanwhile is settled all the same. $7 what was written, one for each of $2. */
    static final String SETTLE = """
            UPDATE outbox o
            SET state = $3, fault = $4, due = coalesce($5, o.due), lease = NULL, said = w.said,
                done = CASE WHEN $3 = 'waiting' THEN NULL ELSE $6 END
            FROM unnest($2::bigint[], $7::text[]) AS w (id, said)
            WHERE o.claim = $1 AND o.id = w.id AND o.state IN ('sending', 'unknown')
            """;

    static final String RELEASE_RECEIVER = """
            UPDATE receiver
            SET lease = NULL, claim = NULL, next_at = $2
            WHERE claim = $1
            """;

    static final String LOSE = """
            UPDATE outbox
            SET state = 'unknown', fault = 'interrupted', done = $1
            WHERE state = 'sending' AND lease < $1
            """;

    /** What was refused for good was not taken: it may be sent again, once the reason is gone. */
    static final String AGAIN = """
            UPDATE outbox o
            SET state = 'waiting', tries = 0, fault = NULL, done = NULL, due = $2
            FROM receiver r
            WHERE o.id = $1 AND o.state = 'failed' AND r.id = o.receiver AND r.removed IS NULL AND r.person IS NULL
            """;

    static final String FORGET = """
            DELETE FROM outbox
            WHERE done < $1
            """;

    /** $1 a receiver or null for all groups', $2 before which one, $3 how many; newest first. */
    static final String LIST = """
            SELECT o.id, o.fact, o.receiver, o.channel, o.body, o.made, o.due, o.state, o.tries, o.said, o.fault, o.done
            FROM outbox o
            JOIN receiver r ON r.id = o.receiver
            WHERE ($1::text IS NULL AND r.person IS NULL OR o.receiver = $1) AND o.id < $2
            ORDER BY o.id DESC
            LIMIT $3
            """;

    static final String SENT_SINCE = """
            SELECT count(*) AS n
            FROM outbox
            WHERE receiver = $1 AND fact LIKE 'test/%' AND made > $2
            """;

    static final String COUNTS = """
            SELECT state, count(*) AS n, min(due) AS oldest
            FROM outbox
            WHERE state IN ('waiting', 'sending') OR done > $1
            GROUP BY state
            """;

    static final String CURSOR = """
            SELECT epoch, seq
            FROM tiding_cursor
            """;

    static final String MOVE_CURSOR = """
            INSERT INTO tiding_cursor AS c (epoch, seq)
            VALUES ($1, $2)
            ON CONFLICT (one) DO UPDATE
            SET epoch = EXCLUDED.epoch,
                seq = CASE WHEN c.epoch = EXCLUDED.epoch THEN greatest(c.seq, EXCLUDED.seq) ELSE EXCLUDED.seq END
            """;

    /** In one order: two nodes never wait for each other. */
    static final String MARKS = """
            SELECT project, mark, day, seq
            FROM tiding_mark
            WHERE project = ANY($1)
            ORDER BY project
            FOR UPDATE
            """;

    static final String ALL_MARKS = """
            SELECT project, mark, day, seq
            FROM tiding_mark
            """;

    /** Never back to what an earlier board knew, but in another past. */
    static final String SET_MARKS = """
            INSERT INTO tiding_mark AS m (project, mark, day, seq)
            SELECT p.project, p.mark, $3::date, $4::bigint
            FROM unnest($1::text[], $2::text[]) AS p (project, mark)
            ORDER BY p.project
            ON CONFLICT (project) DO UPDATE
            SET mark = EXCLUDED.mark, day = EXCLUDED.day, seq = EXCLUDED.seq
            WHERE (m.day, m.seq) <= (EXCLUDED.day, EXCLUDED.seq)
            """;

    static final String FORGET_MARKS = """
            DELETE FROM tiding_mark
            """;

    private OutboxSql() {}
}
