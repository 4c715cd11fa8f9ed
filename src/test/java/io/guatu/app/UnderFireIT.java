package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The jar as it is delivered, begun in an empty folder, and its ledger under fire: writers that resend until they are answered,
 * while the program is killed twice and its database once; ten times and thrice with {@code -Pfaults}.
 */
class UnderFireIT {
    private static final Pattern NAMED = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"");
    private static final int WRITERS = 16;
    private static final int PROGRAM_KILLS = Integer.getInteger("guatu.fire.kills", 2);
    private static final int DATABASE_KILLS = Math.min(3, PROGRAM_KILLS - 1);
    private static final int ANSWERS_BETWEEN = 60;
    private static final int VIEWERS = 4;
    /** Fewer entries are folded sooner than it is worth to keep what they make. */
    private static final int WORTH_KEEPING = 1_000;

    private final Path data = TestServer.FOLDER.resolve("fire");
    private final AtomicBoolean stop = new AtomicBoolean();
    private TestProgram program;

    @AfterEach
    void stop() throws Exception {
        stop.set(true);
        program.close();
    }

    @Test
    void every_acknowledged_update_is_there_exactly_once() throws Exception {
        TestBoard.delete(data); // what the jar needs it unpacks itself, as on a machine that has never seen it
        program = new TestProgram(data, Map.of());
        program.launch();
        pagesAnswer(new TestClient(program.url(), null));
        String token = new TestClient(program.url(), null)
                .post("/api/session", "{\"name\":\"zhao\",\"password\":\"zhao-password\"}")
                .taken()
                .json()
                .path("token")
                .asText();
        TestClient zhao = new TestClient(program.url(), token);
        List<TestViewer> viewers = new ArrayList<>();
        for (int i = 0; i < VIEWERS; i++) {
            viewers.add(new TestViewer(program.port(), token, null).connect());
        }
        TestWriters writers = TestWriters.start(WRITERS, zhao);
        Thread reconnecting = new Thread(() -> hold(viewers), "viewers");
        reconnecting.setDaemon(true);
        reconnecting.start();
        for (int kill = 0; kill < PROGRAM_KILLS; kill++) {
            writers.await(ANSWERS_BETWEEN);
            if (kill < DATABASE_KILLS) {
                program.postmaster().destroyForcibly();
                writers.await(ANSWERS_BETWEEN);
            }
            if (kill == PROGRAM_KILLS - 1) {
                // The last one is asked to end, and killed while it writes what the next one could begin with.
                TestBoard.await("there is enough to keep", () -> writers.answers() > WORTH_KEEPING);
                program.killWhileItKeeps();
            } else {
                program.kill();
            }
            program.launch();
        }
        writers.await(ANSWERS_BETWEEN);
        writers.stop();
        stop.set(true);
        reconnecting.join(TimeUnit.SECONDS.toMillis(60));
        long end = writers.assertAllThereOnce(zhao);
        assertTrue(writers.answers() > ANSWERS_BETWEEN * PROGRAM_KILLS);

        Map<String, JsonNode> snapshot = snapshot(zhao);
        for (TestViewer viewer : viewers) {
            TestBoard.await("the viewer is where the ledger is", () -> viewer.seq() >= end);
            TestBoard.await("and shows what it says", () -> snapshot.equals(viewer.cards()));
        }
        assertTrue(program.stop(), "it stops when asked");
        // The chain also proves that seq is 1…n without holes.
        assertEquals(0, program.start("verify", "snapshots").waitFor(), "the chain verifies");
        assertTrue(program.log().contains(" of this program were compared with the entries, 0 differ."));
        assertTrue(program.log().contains("The ledger is whole"));
    }

    /** With all that they name. */
    private static void pagesAnswer(TestClient stranger) throws Exception {
        for (String page : List.of("/wall", "/report")) {
            var answer = stranger.get(page);
            assertEquals(200, answer.status(), page);
            Matcher named = NAMED.matcher(answer.raw().body());
            while (named.find()) {
                assertEquals(200, stranger.get(named.group(1)).status(), named.group(1));
            }
        }
    }

    static Map<String, JsonNode> snapshot(TestClient client) throws Exception {
        Map<String, JsonNode> cards = new TreeMap<>();
        client.get("/api/board")
                .json()
                .path("cards")
                .forEach(card -> cards.put(card.path("id").asText(), card));
        return cards;
    }

    /** The viewers are there all the time, as walls are: whenever a line breaks they come back to where they were. */
    private void hold(List<TestViewer> viewers) {
        while (!stop.get() || viewers.stream().anyMatch(viewer -> viewer.closed() != null)) {
            for (TestViewer viewer : viewers) {
                if (viewer.closed() != null) {
                    try {
                        viewer.connect();
                    } catch (CompletionException notYet) {
                        // once more
                    }
                }
            }
            LockSupport.parkNanos(50_000_000);
        }
    }
}
