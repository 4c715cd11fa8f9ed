package io.guatu.ledger;

/** The statements for the owner of the database, who makes the program's login. */
final class OwnerSql {
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

    /** Before PostgreSQL 16 nobody could set it. */
    static final String SCRAM_ITERATIONS = """
            SELECT coalesce(current_setting('scram_iterations', true), '4096')
            """;

    static final String QUOTED = """
            SELECT format(?, VARIADIC ?)
            """;

    private OwnerSql() {}
}
