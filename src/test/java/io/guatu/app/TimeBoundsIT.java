package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.access.Subject;
import io.guatu.domain.PersonId;
import io.guatu.http.problem.Texts;
import io.guatu.ledger.Database;
import io.guatu.ledger.Silence;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever keeps the database from answering, whoever asks is answered in time, in words that fit; and it passes by itself. */
class TimeBoundsIT {
    private static final Duration IN_TIME = Duration.ofMillis(2_500);
    private static final Silence SOON = new Silence(
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(4),
            Duration.ofMillis(1_250),
            IN_TIME,
            Duration.ofMinutes(1));
    /** What the machine may take beside it. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private static Database database;
    private static TestWire wire;
    private static TestBoard board;

    @BeforeAll
    static void start() throws Exception {
        database = TestServer.seeded(TestBoard.SMALL, Clock.systemUTC());
        wire = new TestWire(database);
        board = TestBoard.impatient(wire.database(), SOON);
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
        board.close();
    }

    @Test
    void a_cable_that_was_pulled() throws Exception {
        String zhao = board.person("zhao");
        wire.cut();
        try {
            assertSays("unavailable-read", () -> board.as(zhao).get("/api/entries?limit=1"));
            assertSays("unavailable", () -> board.as(zhao).tell("park", "{\"kind\":\"still-true\"}"));
            assertSays("unavailable-log-in", () -> board.as(null)
                    .post("/api/session", "{\"name\":\"zhao\",\"password\":\"zhao-password\"}"));
            TestBoard.await("not ready", () -> writes().equals("AWAY"));
        } finally {
            wire.mend();
        }
        assertRecovers();
    }

    @Test
    void a_table_that_somebody_holds() throws Exception {
        try (Connection other = TestServer.connect(database);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE guatu.head IN EXCLUSIVE MODE");
            assertSays("unavailable", () -> tell());
            TestBoard.await("not ready", () -> !writes().equals("UP"));
            other.rollback();
        }
        assertRecovers();
    }

    @Test
    void a_server_that_takes_nothing() throws Exception {
        database("SET default_transaction_read_only = on");
        try {
            TestBoard.await("not ready", () -> writes().equals("READ_ONLY"));
            assertSays("unavailable-read-only", () -> tell());
            assertEquals(
                    200,
                    board.as(board.person("zhao")).get("/api/entries?limit=1").status(),
                    "it can be read");
        } finally {
            database("RESET default_transaction_read_only");
        }
        assertRecovers();
    }

    @Test
    void a_disk_that_is_full() throws Exception {
        String alone = "BEGIN; LOCK TABLE guatu.head, guatu.entry, guatu.photo_waiting IN ACCESS EXCLUSIVE MODE; ";
        TestBoard.execute(database, alone + """
                CREATE FUNCTION guatu.no_room() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
                CREATE TRIGGER no_room BEFORE INSERT ON guatu.entry FOR EACH ROW EXECUTE FUNCTION guatu.no_room();
                CREATE TRIGGER no_room BEFORE INSERT ON guatu.photo_waiting FOR EACH ROW EXECUTE FUNCTION guatu.no_room();
                COMMIT
                """);
        try {
            assertSays("unavailable-disk-full", () -> tell());
            assertEquals("DISK_FULL", writes());
        } finally {
            TestBoard.execute(database, alone + "DROP FUNCTION guatu.no_room CASCADE; COMMIT");
        }
        assertRecovers();
    }

    @Test
    void a_clock_that_is_an_hour_ahead() throws Exception {
        TestClock clock = new TestClock();
        try (TestBoard other = TestBoard.strict(database, clock, SOON)) {
            String zhao = board.token(
                    new Subject.Person(new PersonId("zhao")), Instant.now().plus(Duration.ofHours(9)));
            assertEquals(
                    201,
                    other.as(zhao).tell("park", "{\"kind\":\"still-true\"}").status());
            clock.ahead(Duration.ofHours(1));
            TestBoard.await(
                    "it notices", () -> health(other).path("writes").asText().equals("CLOCK"));
            assertEquals("DOWN", health(other).path("status").asText());
            assertTrue(health(other).path("clockAheadMillis").asLong() > 3_500_000);
            long before = TestBoard.number(database, "SELECT seq FROM guatu.head");
            var answer = other.as(zhao).tell("park", "{\"kind\":\"still-true\"}");
            assertEquals(503, answer.status());
            assertEquals(
                    sentence("unavailable-clock"), answer.json().path("detail").asText());
            assertEquals(before, TestBoard.number(database, "SELECT seq FROM guatu.head"));
            clock.ahead(Duration.ZERO);
            TestBoard.await(
                    "ready again", () -> health(other).path("status").asText().equals("UP"));
        }
    }

    private static TestClient.Answer tell() throws Exception {
        return board.as(board.person("zhao")).tell("park", "{\"kind\":\"still-true\"}");
    }

    private static void assertSays(String words, Callable<TestClient.Answer> asks) throws Exception {
        long began = System.nanoTime();
        TestClient.Answer answer = asks.call();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertEquals(503, answer.status());
        assertEquals(sentence(words), answer.json().path("detail").asText());
        assertEquals("unavailable", answer.json().path("code").asText());
        assertTrue(took.compareTo(IN_TIME.plus(SLACK)) < 0, () -> words + " took " + took);
    }

    private static String sentence(String key) {
        return Texts.problem(key, Map.of(), null);
    }

    private static void assertRecovers() throws Exception {
        TestBoard.await(
                "ready again", () -> health(board).path("status").asText().equals("UP"));
        TestBoard.await("and takes what is told", () -> {
            try {
                return tell().status() == 201;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String writes() {
        return health(board).path("writes").asText();
    }

    private static JsonNode health(TestBoard of) {
        try {
            return of.as(null).get("/health/ready").json();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** For every connection that there will be; those of now are ended. */
    private static void database(String setting) throws Exception {
        TestBoard.execute(
                database,
                "BEGIN READ WRITE; ALTER DATABASE " + database.name() + " " + setting
                        + "; COMMIT; SELECT pg_terminate_backend(pid) FROM"
                        + " pg_stat_activity WHERE datname = current_database() AND application_name = 'guatu'");
    }
}
