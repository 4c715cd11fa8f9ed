package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.ledger.Database;
import io.guatu.ledger.EmbeddedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of one's own, with the rights that README asks for and no more. */
class OwnerIT {
    @Test
    void an_owner_who_may_create_roles_needs_nothing_else(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, TestBoard.PROGRAMS)) {
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
            }
        }
    }
}
