package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Database;
import io.guatu.ledger.Silence;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database falls silent without a word, as behind a cable that was pulled: nothing hangs on it, nothing looks live. */
class SilenceIT {
    /** A fourth of what a program bears that people use; what that is, its own test holds. */
    private static final Silence SOON = new Silence(
            Duration.ofSeconds(2), Duration.ofMillis(2_500), Duration.ofMillis(2_500), Duration.ofMillis(1_250));

    private Database database;
    private TestWire wire;
    private TestBoard board;

    @BeforeEach
    void start() throws Exception {
        database = TestServer.seeded(TestBoard.SMALL, Clock.systemUTC());
        wire = new TestWire(database);
        board = TestBoard.impatient(wire.database(), SOON);
    }

    @AfterEach
    void stop() throws Exception {
        wire.close();
        board.close();
    }

    @Test
    void connections_that_fall_silent_are_thrown_away() throws Exception {
        TestViewer viewer = new TestViewer(board.port(), board.screen("hall"), null).connect();
        TestBoard.await("synced", () -> viewer.seq() > 0);
        wire.silence();
        long began = System.nanoTime();
        TestBoard.await("it is told and shown all the same", () -> tell() == 201);
        long seq = seq();
        TestBoard.await("the viewer has it", () -> viewer.seq() >= seq);
        assertTrue(System.nanoTime() - began < Duration.ofSeconds(8).toNanos());
    }

    @Test
    void while_the_ledger_cannot_be_read_no_line_looks_live_and_the_node_is_not_ready() throws Exception {
        TestViewer viewer = new TestViewer(board.port(), board.screen("hall"), null).connect();
        TestBoard.await("a pulse came", () -> viewer.pulses() > 0);
        wire.cut();
        TestBoard.await("not ready", () -> ready() == 503);
        TestBoard.await("stale", () -> health().path("ledgerReadMillisAgo").asLong() > 3_000);
        int before = viewer.frames();
        TestBoard.await(
                "two pulses' time", () -> health().path("ledgerReadMillisAgo").asLong() > 6_000);
        assertEquals(before, viewer.frames(), "nothing says that this is now");
        TestViewer late = new TestViewer(board.port(), board.screen("hall"), null).connect();
        TestBoard.await("a newcomer is not told old things as new", () -> !late.refusals()
                .isEmpty());
        assertEquals(503, late.refusals().get(0).path("failureCode").asInt());
        wire.mend();
        TestBoard.await("ready again", () -> ready() == 200);
        TestBoard.await("pulses again", () -> viewer.frames() > before);
    }

    @Test
    void an_entry_of_a_kind_that_this_version_does_not_know_stops_it_and_what_was_told_before_is_served()
            throws Exception {
        TestViewer viewer = new TestViewer(board.port(), board.screen("hall"), null).connect();
        TestBoard.await("synced", () -> viewer.seq() > 0);
        long seq = seq();
        TestBoard.execute(database, """
                WITH last AS (UPDATE guatu.head SET seq = seq + 1, seal = repeat('0', 64) RETURNING seq)
                INSERT INTO guatu.entry
                SELECT last.seq, 'park', (SELECT max(project_seq) + 1 FROM guatu.entry WHERE project = 'park'), now(),
                       'zhao', 'MANAGER', '赵站长', NULL, 'of-tomorrow', '{"kind":"of-tomorrow"}', repeat('0', 64)
                FROM last
                """);
        TestBoard.await("not ready", () -> ready() == 503);
        assertEquals("UP", health().path("database").asText());
        assertEquals(1, health().path("behind").asInt());
        assertEquals(503, tell(), "what this version cannot judge, another node may");
        assertEquals(502, wall("Guatu-Pass-On", "1"), "a proxy that has another node is sent there");
        assertEquals(200, wall(), "and everybody else is answered");
        assertEquals(seq, viewer.seq());
        // A node that starts there, and has signed what came before, serves the same.
        wire.mend();
        try (TestBoard later = board.second()) {
            TestClient zhao = later.as(later.person("zhao"));
            JsonNode health = zhao.get("/health/ready").json();
            assertTrue(health.path("notUnderstood").asText().contains("entry " + (seq + 1) + " "), health::toString);
            assertEquals("NOT_UNDERSTOOD", health.path("writes").asText());
            JsonNode shown = zhao.get("/api/board").json();
            assertEquals(seq, shown.path("seq").asLong());
            assertEquals(seq + 1, shown.path("stoppedAt").asLong(), "and says that it is not the present");
            assertEquals(
                    seq,
                    zhao.get("/api/entries?order=desc&limit=1")
                            .taken()
                            .json()
                            .path("entries")
                            .path(0)
                            .path("seq")
                            .asLong());
            for (String carried : List.of("/public", "/api/ledger/csv", "/api/oc4ids")) {
                assertEquals(
                        "not-the-present", zhao.get(carried).json().path("code").asText(), carried);
            }
            var refused = zhao.tell("park", "{\"kind\":\"still-true\"}");
            assertEquals(503, refused.status());
            assertTrue(refused.json().path("detail").asText().contains("看不懂"), () -> refused.raw()
                    .body());
            TestViewer late = new TestViewer(later.port(), later.screen("hall"), null).connect();
            TestBoard.await("a newcomer has what there is", () -> late.seq() == seq);
        }
        assertEquals(seq + 1, TestBoard.number(database, "SELECT max(seq) FROM guatu.entry"), "nobody wrote on top");
        TestBoard.execute(database, """
                DELETE FROM guatu.entry WHERE seq = (SELECT seq FROM guatu.head);
                UPDATE guatu.head SET (seq, seal, at) = (SELECT seq, seal, at FROM guatu.entry ORDER BY seq DESC LIMIT 1)
                """);
        TestBoard.await("what it did not understand is gone", () -> ready() == 200);
    }

    private int tell() {
        try {
            return board.as(board.person("zhao"))
                    .tell("park", "{\"kind\":\"still-true\"}")
                    .status();
        } catch (HttpTimeoutException tryAgain) {
            return 0;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long seq() throws Exception {
        return health().path("seq").asLong();
    }

    private int wall(String... headers) throws Exception {
        return board.as(null).get("/wall", headers).status();
    }

    private int ready() {
        return health().path("status").asText().equals("UP") ? 200 : 503;
    }

    private JsonNode health() {
        try {
            return board.as(null).get("/health/ready").json();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
