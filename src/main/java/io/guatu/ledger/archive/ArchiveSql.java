package io.guatu.ledger.archive;

/** The statements by which a board is written into a file and read back, as the owner of its database. */
final class ArchiveSql {
    /**
     * What passes by itself, what is made of the rest, and what must not come back: whoever was logged in logs in again. A table
     * that nobody thought of here is in the archive.
     */
    static final String TABLES = """
            SELECT t.relname AS name,
                   ARRAY(SELECT a.attname::text
                         FROM pg_attribute a
                         WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                         ORDER BY a.attnum) AS columns,
                   ARRAY(SELECT r.relname::text
                         FROM pg_constraint c
                         JOIN pg_class r ON r.oid = c.confrelid
                         WHERE c.conrelid = t.oid AND c.contype = 'f' AND c.confrelid <> t.oid) AS needs
            FROM pg_class t
            WHERE t.relnamespace = 'guatu'::regnamespace
              AND t.relkind = 'r'
              AND t.relname NOT IN ('flyway_schema_history', 'snapshot', 'snapshot_part', 'past_frame', 'chain_checkpoint',
                                    'photo_waiting', 'pairing', 'session', 'tries')
            ORDER BY t.relname
            """;

    static final String STANDING = """
            SELECT COALESCE((SELECT epoch FROM guatu.renewal ORDER BY number DESC LIMIT 1), head.epoch) AS epoch,
                   seq,
                   seal,
                   (SELECT version FROM guatu.flyway_schema_history
                    WHERE success AND version IS NOT NULL
                    ORDER BY installed_rank DESC LIMIT 1) AS schema
            FROM guatu.head
            """;

    static final String HAS_SCHEMA = """
            SELECT to_regclass('guatu.head') IS NOT NULL
            """;

    /** Whether anything was told to it, or is being told: a start that fills a board says so first. */
    static final String IS_EMPTY = """
            SELECT NOT EXISTS (SELECT FROM guatu.entry) AND NOT EXISTS (SELECT FROM guatu.seeding)
                AND NOT EXISTS (SELECT FROM guatu.credential)
            """;

    static final String DROP_EMPTY = """
            DROP SCHEMA guatu CASCADE
            """;

    /** A node that starts meanwhile waits here, and finds a board that was begun. */
    static final String ALONE = """
            LOCK TABLE guatu.head, guatu.entry, guatu.seeding, guatu.credential IN ACCESS EXCLUSIVE MODE
            """;

    /** Columns that the database numbers itself. */
    static final String NUMBERED = """
            SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS of,
                   column_name AS bare,
                   quote_ident(column_name) AS quoted
            FROM information_schema.columns
            WHERE table_schema = 'guatu' AND is_identity = 'YES'
            """;

    /** With the table and its column, as they are quoted in {@link #NUMBERED}. */
    static final String GO_ON_NUMBERING = """
            SELECT setval(pg_get_serial_sequence(?, ?), (SELECT coalesce(max(%2$s), 0) + 1 FROM %1$s), false)
            """;

    static final String ENTRIES = """
            SELECT seq, project, project_seq, at, author_id, author_role, author_name, author_company, kind, refers, body, seal
            FROM guatu.entry
            ORDER BY seq
            """;

    /** An entry that no request could have told: whoever followed the chain would have to hold it. */
    static final String ENDLESS = """
            SELECT seq
            FROM guatu.entry
            WHERE octet_length(body) > 1048576
            ORDER BY seq
            LIMIT 1
            """;

    /** Of a ledger that was brought: its end is its last entry's, and nobody continues from anywhere. */
    static final String MOVE_HEAD = """
            UPDATE guatu.head
            SET (seq, seal, at) = (SELECT seq, seal, at FROM guatu.entry ORDER BY seq DESC LIMIT 1),
                epoch = gen_random_uuid()
            """;

    /** Nothing that a first start would tell it. */
    static final String BEGUN = """
            INSERT INTO guatu.seeding (day, done)
            SELECT (at AT TIME ZONE 'UTC')::date, true
            FROM guatu.head
            """;

    static final String OFFICE = """
            INSERT INTO guatu.credential (person, hash, first)
            VALUES ('office', ?, true)
            """;

    /** After a backup was put back nobody continues from what was lost. */
    static final String RENEW = """
            INSERT INTO guatu.renewal (seq, seal)
            SELECT seq, seal
            FROM guatu.head
            """;

    static final String HEAD = """
            SELECT seq, seal
            FROM guatu.head
            """;

    /** How many of these pictures are there. */
    static final String PHOTOS_THERE = """
            SELECT count(*)
            FROM unnest(?::text[], ?::text[]) AS named (project, id)
            JOIN guatu.photo USING (project, id)
            """;

    /** How many of these offices' own workbooks are there. */
    static final String FORMS_THERE = """
            SELECT count(*)
            FROM guatu.form_file
            WHERE file = ANY (?::text[])
            """;

    private ArchiveSql() {}
}
