package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.guatu.ledger.Database;
import io.guatu.ledger.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of one's own, with the rights that README asks for and no more. */
class OwnerIT {
    @Test
    void an_owner_who_may_create_roles_needs_nothing_else(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres postgres = TestServer.start(folder)) {
            Database server = postgres.database();
            TestBoard.execute(server, "CREATE ROLE town LOGIN CREATEROLE PASSWORD 'town'");
            TestBoard.execute(server, "CREATE DATABASE town OWNER town");
            Database database = new Database(server.host(), server.port(), "town", "town", "town");
            try (TestBoard board = TestBoard.on(database)) {
                assertEquals(
                        201,
                        board.as(board.person("zhao"))
                                .tell("park", "{\"kind\":\"still-true\"}")
                                .status());
                assertEquals(
                        0,
                        TestBoard.number(
                                server,
                                "SELECT count(*) FROM pg_stat_activity WHERE datname = 'town' AND usename <> 'guatu_app_town'"),
                        "nobody works as the owner");
                assertEquals(
                        1,
                        TestBoard.number(
                                server,
                                "SELECT count(*) FROM pg_authid WHERE rolname = 'guatu_app_town'"
                                        + " AND rolpassword LIKE 'SCRAM-SHA-256$1:%'"),
                        "its password is hashed as often as the server is set to");
            }
        }
    }

    @Test
    void an_owner_who_may_make_no_login_serves_all_the_same(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres postgres = TestServer.start(folder)) {
            Database server = postgres.database();
            TestBoard.execute(server, "CREATE ROLE guatu_app NOLOGIN");
            TestBoard.execute(server, "CREATE ROLE town LOGIN PASSWORD 'town' IN ROLE guatu_app");
            TestBoard.execute(server, "CREATE DATABASE town OWNER town");
            Database town = new Database(server.host(), server.port(), "town", "town", "town");
            town.migrate();
            assertEquals("town", town.forProgram(Optional.empty()).user(), "with a warning");
            TestBoard.execute(server, "CREATE ROLE program LOGIN PASSWORD 'program'");
            Database program = new Database(server.host(), server.port(), "town", "program", "program");
            assertThrows(SQLException.class, () -> town.forProgram(Optional.of(program)), "it is no member yet");
            TestBoard.execute(server, "GRANT guatu_app TO program");
            assertEquals("program", town.forProgram(Optional.of(program)).user());
        }
    }

    @Test
    void the_way_to_it_is_encrypted_when_that_is_asked_and_checked_when_that_is_asked(@TempDir Path folder)
            throws Exception {
        try (EmbeddedPostgres postgres = TestServer.start(folder)) {
            KeyStore store = TlsIT.selfSigned(folder);
            Path certificate = TlsIT.pem(
                    folder, "CERTIFICATE", store.getCertificate("board").getEncoded());
            Path key = TlsIT.pem(
                    folder, "PRIVATE KEY", store.getKey("board", TlsIT.SECRET).getEncoded());
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            Database server = postgres.database();
            TestBoard.execute(server, "ALTER SYSTEM SET ssl_cert_file = '" + certificate + "'");
            TestBoard.execute(server, "ALTER SYSTEM SET ssl_key_file = '" + key + "'");
            TestBoard.execute(server, "ALTER SYSTEM SET ssl = on");
            TestBoard.execute(server, "SELECT pg_reload_conf()");
            TestBoard.await("it offers TLS", () -> migrates(server, Database.Tls.REQUIRE));
            try (TestBoard board = TestBoard.on(through(server, Database.Tls.REQUIRE))) {
                assertEquals(
                        201,
                        board.as(board.person("zhao"))
                                .tell("park", "{\"kind\":\"still-true\"}")
                                .status());
            }
            assertFalse(migrates(server, Database.Tls.VERIFY_FULL), "nobody vouches for it");
        }
    }

    private static Database through(Database server, Database.Tls tls) {
        return new Database(server.host(), server.port(), server.name(), server.user(), server.password(), tls);
    }

    private static boolean migrates(Database server, Database.Tls tls) {
        try {
            through(server, tls).migrate();
            return true;
        } catch (FlywayException refused) {
            return false;
        }
    }
}
