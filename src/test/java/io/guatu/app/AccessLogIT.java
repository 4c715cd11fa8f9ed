package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.access.KeyMarks;
import io.guatu.access.Keys;
import io.guatu.ledger.AccessCheck;
import io.guatu.ledger.Database;
import io.guatu.ledger.Silence;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who came in, who was refused and what was taken away: in a log of its own, which cannot be changed without showing. */
class AccessLogIT {
    private static TestBoard board;

    @BeforeAll
    static void start() throws Exception {
        board = TestBoard.start();
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
    }

    @Test
    void it_says_who_came_in_and_who_did_not_and_shows_when_it_is_changed() throws Exception {
        TestClient stranger = board.as(null);
        assertEquals(200, logIn("wang", "wang-password"));
        assertEquals(401, logIn("wang", "guessed"));
        assertEquals(401, logIn("my-password-by-mistake", "x"));
        assertEquals(401, stranger.get("/api/board?secret=1").status());
        assertEquals(403, board.as(board.person("wang")).get("/api/people").status());
        assertEquals(200, board.as(board.contractor("g-li")).get("/api/me").status());
        assertEquals(200, board.as(board.contractor("g-li")).get("/api/me").status());
        TestBoard.await("it is written", () -> rows("").size() >= 6);
        JsonNode in = one("kind=log-in");
        assertEquals("wang", in.path("who").asText());
        assertEquals("manager", in.path("role").asText());
        assertEquals("127.0.0.1", in.path("address").asText());
        List<JsonNode> refused = rows("kind=log-in-refused");
        assertEquals(
                List.of("", "wang"),
                refused.stream().map(row -> row.path("who").asText()).sorted().toList());
        assertFalse(rows("").toString().contains("mistake"), "people type passwords into the field of names");
        assertFalse(rows("").toString().contains("secret"), "no query is kept");
        assertTrue(rows("kind=refused").toString().contains("GET /api/board 401"));
        assertEquals(
                "GET /api/people 403", one("kind=refused&who=wang").path("what").asText());
        assertEquals("g-li", one("kind=link-used").path("who").asText(), "once an hour");
        assertEquals(List.of(), rows("to=2020-01-01"));
        assertEquals(List.of(), rows("address=10.9.9.9"));

        assertEquals(Optional.empty(), check());
        Database program = board.database().forProgram(Optional.empty());
        for (String sql : List.of(
                "UPDATE guatu.access_log SET who = 'zhao'",
                "DELETE FROM guatu.access_log",
                "TRUNCATE guatu.access_log")) {
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:postgresql://" + program.host() + ":" + program.port() + "/" + program.name(),
                            program.user(),
                            program.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("SET ROLE NONE");
                assertThrows(SQLException.class, () -> statement.execute(sql), sql);
            }
        }
        TestBoard.execute(board.database(), "UPDATE guatu.access_log SET who = 'zhao' WHERE id = 3");
        assertEquals(Optional.of(3L), check());
        TestBoard.execute(board.database(), "DELETE FROM guatu.access_log WHERE id <= 3");
        assertEquals(Optional.empty(), check(), "what is old is forgotten from its beginning");
        TestBoard.execute(
                board.database(), "DELETE FROM guatu.access_log WHERE id = (SELECT max(id) FROM guatu.access_log)");
        assertTrue(check().isPresent(), "its end was cut off");
    }

    private static int logIn(String name, String password) throws Exception {
        return board.as(null)
                .post("/api/session", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}")
                .status();
    }

    private static JsonNode one(String query) {
        List<JsonNode> rows = rows(query);
        assertEquals(1, rows.size(), query + rows);
        return rows.get(0);
    }

    private static List<JsonNode> rows(String query) {
        try {
            JsonNode found = board.as(board.person("office"))
                    .get("/api/access-log?" + query)
                    .json()
                    .path("rows");
            return StreamSupport.stream(found.spliterator(), false).toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Long> check() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Pool pool = board.database().pool(vertx, Silence.BORNE);
            Keys keys = Keys.load(
                    vertx, Config.of(TestBoard.environment(board.database())).keys());
            return new AccessCheck(pool, new KeyMarks(keys))
                    .run()
                    .await(20, TimeUnit.SECONDS)
                    .broken();
        } finally {
            vertx.close().await();
        }
    }
}
