package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.guatu.ledger.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has the program's connection, and everything that the program knows to log in with, cannot change the ledger. */
class AppendOnlyIT {
    private static Database owner;
    private static Database program;

    @BeforeAll
    static void migrate() throws Exception {
        owner = TestServer.empty();
        program = owner.forProgram(Optional.empty());
        TestBoard.execute(owner, """
                INSERT INTO guatu.entry
                VALUES (1, NULL, 0, now(), 'system', 'SYSTEM', 'Guatu', NULL, 'x', '{}', repeat('0', 64))
                """);
    }

    @AfterAll
    static void nothing_has_changed() {
        assertEquals(1, TestBoard.number(owner, "SELECT count(*) FROM guatu.entry WHERE body = '{}'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE guatu.entry SET body = 'other'",
                "DELETE FROM guatu.entry",
                "TRUNCATE guatu.entry CASCADE",
                "ALTER TABLE guatu.entry DROP COLUMN seal",
                "ALTER TABLE guatu.entry DISABLE TRIGGER ALL",
                "DROP TABLE guatu.entry CASCADE",
                "CREATE TRIGGER change BEFORE INSERT ON guatu.entry EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                "CREATE OR REPLACE FUNCTION guatu.prune_idempotency(most integer) RETURNS bigint LANGUAGE sql AS 'SELECT 0'",
                "CREATE RULE change AS ON INSERT TO guatu.entry DO INSTEAD NOTHING",
                "CREATE TABLE guatu.other ()",
                "UPDATE guatu.head SET epoch = gen_random_uuid()",
                "DELETE FROM guatu.idempotency",
                "UPDATE guatu.idempotency SET key = 'other'",
                "DELETE FROM guatu.form_file",
                "DELETE FROM guatu.photo",
                "UPDATE guatu.photo SET picture = ''",
                "SET ROLE guatu_owner",
                "SET SESSION AUTHORIZATION guatu_owner",
                "SET session_replication_role = replica",
                "ALTER ROLE guatu_app SUPERUSER",
                "GRANT guatu_owner TO guatu_app",
                "DROP SCHEMA guatu CASCADE",
                "CREATE ROLE other SUPERUSER",
                "COPY guatu.entry TO PROGRAM 'cat'",
                "SELECT pg_read_file('postgresql.conf')",
                "DELETE FROM guatu.flyway_schema_history",
            })
    void the_program_may_not(String sql) throws SQLException {
        for (String first :
                new String[] {"SET ROLE guatu_app", "SET ROLE NONE", "RESET ROLE", "RESET SESSION AUTHORIZATION"}) {
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:postgresql://" + program.host() + ":" + program.port() + "/" + program.name(),
                            program.user(),
                            program.password());
                    Statement statement = connection.createStatement()) {
                statement.execute(first);
                assertThrows(SQLException.class, () -> statement.execute(sql), first + "; " + sql);
            }
        }
    }

    @Test
    void its_login_is_made_once_and_made_good_when_its_password_is_another() throws Exception {
        assertEquals(program, owner.forProgram(Optional.empty()));
        TestBoard.execute(owner, "ALTER ROLE " + program.user() + " PASSWORD 'another'");
        assertEquals(program, owner.forProgram(Optional.empty()));
    }
}
