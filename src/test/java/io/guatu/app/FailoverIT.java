package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Database;
import io.guatu.ledger.Silence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A board of two database servers, of which the primary dies: what the standby has is the truth then. With {@code -Pfaults}. */
@Tag("faults")
class FailoverIT {
    private static final Silence SOON =
            new Silence(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(1));
    private static final int WRITERS = 4;
    private static final String STILL_TRUE = "{\"kind\":\"still-true\"}";

    private static Path programs;

    @BeforeAll
    static void find() throws Exception {
        Optional<Path> found = TestReplicas.programs();
        assumeTrue(
                found.isPresent(), "two database servers: skipped, this machine has no PostgreSQL with pg_basebackup");
        programs = found.get();
    }

    @Test
    void what_an_asynchronous_standby_lacked_is_gone_and_no_viewer_shows_it_any_more(@TempDir Path folder)
            throws Exception {
        try (TestReplicas servers = TestReplicas.start(programs, folder, false);
                TestBoard board = TestBoard.impatient(servers.both(), SOON)) {
            TestClient zhao = board.as(board.person("zhao"));
            TestViewer viewer = new TestViewer(board.port(), board.screen("hall"), null).connect();
            long kept = seq(zhao.tell("park", STILL_TRUE));
            TestBoard.await("it is shown", () -> viewer.seq() >= kept);
            TestBoard.await("the standby has it", () -> entries(servers.server(1)) >= kept);
            servers.stop(1);
            seq(zhao.tell("park", "{\"kind\":\"still-true\",\"note\":\"nobody will know\"}"));
            long lost = seq(zhao.tell("park", STILL_TRUE));
            TestBoard.await("it is shown", () -> viewer.seq() >= lost);
            String before = viewer.epoch();

            servers.kill(0);
            servers.start(1);
            servers.promote(1);
            long began = System.nanoTime();
            TestBoard.await("there is another past", () -> !before.equals(viewer.epoch()));
            assertEquals(kept, viewer.seq());
            TestBoard.await("and it can be gone on from", () -> status(board) == 200);
            System.out.println("failover without the last commits: ready "
                    + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms after the promotion");
            long next = seq(zhao.tell("park", STILL_TRUE));
            assertEquals(kept + 1, next);
            TestBoard.await("as everybody sees", () -> viewer.seq() == next);
            assertEquals(cards(zhao), viewer.cards());
            assertTrue(
                    zhao.get("/health/ready").json().path("pastGone").asText().contains("entry"), "it is said");
            assertNotEquals(before, viewer.epoch());
        }
    }

    @Test
    void with_a_synchronous_standby_every_acknowledged_update_is_there_and_viewers_go_on(@TempDir Path folder)
            throws Exception {
        try (TestReplicas servers = TestReplicas.start(programs, folder, true);
                TestBoard board = TestBoard.impatient(servers.both(), SOON)) {
            TestViewer viewer = new TestViewer(board.port(), board.screen("hall"), null).connect();
            Map<String, Long> acknowledged = new ConcurrentHashMap<>();
            AtomicBoolean stop = new AtomicBoolean();
            Thread[] writers = new Thread[WRITERS];
            for (int i = 0; i < WRITERS; i++) {
                writers[i] = new Thread(new Writing(board, "w" + i, acknowledged, stop), "writer-" + i);
                writers[i].start();
            }
            TestBoard.await("some are answered", () -> acknowledged.size() > 40);
            String before = viewer.epoch();
            servers.kill(0);
            int then = acknowledged.size();
            servers.promote(1);
            long began = System.nanoTime();
            TestBoard.await("they go on", () -> acknowledged.size() > then + 2 * WRITERS);
            System.out.println("failover with a synchronous standby: written again "
                    + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms after the promotion");
            stop.set(true);
            for (Thread writer : writers) {
                writer.join(20_000);
            }
            Database now = servers.server(1);
            acknowledged.forEach((key, seq) -> assertEquals(
                    seq.longValue(),
                    TestBoard.number(now, "SELECT seq FROM guatu.idempotency WHERE key = '" + key + "'"),
                    key));
            long end = entries(now);
            TestBoard.await("the viewer is where the ledger is", () -> viewer.seq() == end);
            assertEquals(before, viewer.epoch(), "nothing was lost");
            assertEquals(cards(board.as(board.person("zhao"))), viewer.cards());
        }
    }

    /** Tells one thing after the other, each with its key until it is answered. */
    private record Writing(TestBoard board, String name, Map<String, Long> acknowledged, AtomicBoolean stop)
            implements Runnable {
        @Override
        public void run() {
            TestClient zhao = board.as(board.person("zhao"));
            for (int i = 0; !stop.get(); i++) {
                String key = name + "-" + i;
                while (!acknowledged.containsKey(key) && !stop.get()) {
                    try {
                        TestClient.Answer answer = zhao.tell("park", STILL_TRUE, key);
                        if (answer.status() == 201 || answer.status() == 200) {
                            acknowledged.put(key, answer.json().path("seq").asLong());
                        }
                    } catch (Exception e) {
                        // It is asked again.
                    }
                }
            }
        }
    }

    private static long seq(TestClient.Answer answer) {
        assertEquals(201, answer.status(), answer.raw().body());
        return answer.json().path("seq").asLong();
    }

    private static int status(TestBoard board) {
        try {
            return board.as(null).get("/health/ready").status();
        } catch (Exception e) {
            return 0;
        }
    }

    private static long entries(Database database) {
        return TestBoard.number(database, "SELECT seq FROM guatu.head");
    }

    private static Map<String, JsonNode> cards(TestClient client) throws Exception {
        Map<String, JsonNode> cards = new TreeMap<>();
        client.get("/api/board")
                .json()
                .path("cards")
                .forEach(card -> cards.put(card.path("id").asText(), card));
        return cards;
    }
}
