package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The jar as it is delivered, begun in an empty folder, and its ledger under fire: writers that resend until they are answered, while the program is killed three times and its database
 * twice; ten times and thrice with {@code -Pfaults}.
 */
class UnderFireIT {
    private static final Path JAR = Path.of("target", "guatu.jar");
    private static final Pattern NAMED = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"");
    private static final int WRITERS = 16;
    private static final int PROGRAM_KILLS = Integer.getInteger("guatu.fire.kills", 3);
    private static final int DATABASE_KILLS = Math.min(3, PROGRAM_KILLS - 1);
    private static final int ANSWERS_BETWEEN = 60;
    private static final int VIEWERS = 4;
    /** The first one makes a database, and the machine may be busy. */
    private static final Duration STARTING = Duration.ofSeconds(60);

    private final Path data = TestServer.FOLDER.resolve("fire");
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final AtomicBoolean stop = new AtomicBoolean();
    private Process program;
    private int port;

    @AfterEach
    void stop() throws Exception {
        stop.set(true);
        program.destroy();
        if (!program.waitFor(30, TimeUnit.SECONDS)) {
            program.destroyForcibly();
        }
    }

    @Test
    void every_acknowledged_update_is_there_exactly_once() throws Exception {
        TestBoard.delete(data); // what the jar needs it unpacks itself, as on a machine that has never seen it
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        launch();
        String url = "http://localhost:" + port;
        pagesAnswer(new TestClient(url, null));
        String token = new TestClient(url, null)
                .post("/api/session", "{\"name\":\"zhao\",\"password\":\"zhao-password\"}")
                .json()
                .path("token")
                .asText();
        List<TestViewer> viewers = new ArrayList<>();
        for (int i = 0; i < VIEWERS; i++) {
            viewers.add(new TestViewer(port, token, null).connect());
        }
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Thread writer = new Thread(new Writing(i, new TestClient(url, token)), "writer-" + i);
            writer.start();
            writers.add(writer);
        }
        Thread reconnecting = new Thread(() -> hold(viewers), "viewers");
        reconnecting.setDaemon(true);
        reconnecting.start();
        for (int kill = 0; kill < PROGRAM_KILLS; kill++) {
            moreAnswers();
            if (kill < DATABASE_KILLS) {
                postmaster().destroyForcibly();
                moreAnswers();
            }
            program.destroyForcibly().waitFor();
            launch();
        }
        moreAnswers();
        stop.set(true);
        for (Thread writer : writers) {
            writer.join(TimeUnit.SECONDS.toMillis(60));
            assertFalse(writer.isAlive(), writer.getName() + " was answered in the end");
        }
        reconnecting.join(TimeUnit.SECONDS.toMillis(60));
        assertEquals(List.of(), faults);

        TestClient zhao = new TestClient(url, token);
        long after = 0;
        Map<String, Long> found = new HashMap<>();
        for (JsonNode page = page(zhao, after); !page.isEmpty(); page = page(zhao, after)) {
            for (JsonNode entry : page) {
                long seq = entry.path("seq").asLong();
                assertTrue(seq > after, "ascending");
                after = seq;
                String note = entry.path("update").path("note").asText();
                if (note.startsWith("w")) {
                    assertEquals(null, found.put(note, seq), note + " is there once");
                }
            }
        }
        long end = after;
        acknowledged.forEach((note, seq) -> assertEquals(seq, found.get(note), note));
        assertTrue(acknowledged.size() > ANSWERS_BETWEEN * PROGRAM_KILLS);

        Map<String, JsonNode> snapshot = snapshot(zhao);
        for (TestViewer viewer : viewers) {
            TestBoard.await("the viewer is where the ledger is", () -> viewer.seq() >= end);
            TestBoard.await("and shows what it says", () -> snapshot.equals(viewer.cards()));
        }
        program.destroy();
        assertTrue(program.waitFor(30, TimeUnit.SECONDS), "it stops when asked");
        // The chain also proves that seq is 1…n without holes.
        Process verify = start("verify");
        assertEquals(0, verify.waitFor(), "the chain verifies");
        assertTrue(Files.readString(data.resolve("program.log")).contains("The ledger is whole"));
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

    private static Map<String, JsonNode> snapshot(TestClient client) throws Exception {
        Map<String, JsonNode> cards = new TreeMap<>();
        client.get("/api/board")
                .json()
                .path("cards")
                .forEach(card -> cards.put(card.path("id").asText(), card));
        return cards;
    }

    private static JsonNode page(TestClient client, long after) throws Exception {
        return client.get("/api/entries?limit=500&after=" + after).json().path("entries");
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

    private void moreAnswers() throws InterruptedException {
        int before = acknowledged.size();
        TestBoard.await("writers are answered", () -> {
            assertEquals(List.of(), faults);
            return acknowledged.size() >= before + ANSWERS_BETWEEN;
        });
    }

    /** A writer that does what a phone does: the same key until there is an answer. */
    private final class Writing implements Runnable {
        private final int number;
        private final TestClient client;

        Writing(int number, TestClient client) {
            this.number = number;
            this.client = client;
        }

        @Override
        public void run() {
            try {
                write();
            } catch (Throwable fault) {
                faults.add(fault);
            }
        }

        private void write() {
            for (int i = 0; !stop.get(); i++) {
                String note = "w" + number + "-" + i;
                Long seq = null;
                while (seq == null) {
                    seq = attempt(note);
                    if (seq == null && stop.get()) {
                        return;
                    }
                    if (seq == null) {
                        LockSupport.parkNanos(100_000_000); // a phone waits longer
                    }
                }
                acknowledged.put(note, seq);
            }
        }

        private Long attempt(String note) {
            try {
                var answer = client.tell("park", "{\"kind\":\"still-true\",\"note\":\"" + note + "\"}", note);
                if (answer.status() == 201) {
                    return answer.json().path("seq").asLong();
                }
                assertEquals(503, answer.status(), () -> answer.raw().body());
                return null;
            } catch (IOException away) {
                return null;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(0)
                .trim();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private void launch() throws Exception {
        program = start();
        // A connection that came in while the server began to listen may be lost inside Vert.x' metrics and never be
        // answered: who asks gives up soon and asks again.
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        TestBoard.await("it is ready", STARTING, () -> {
            assertTrue(program.isAlive(), "the program ended");
            try {
                return HttpClient.newHttpClient()
                                .send(ready, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Process start(String... command) throws IOException {
        Files.createDirectories(data);
        List<String> line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                // It lives for seconds: starting fast is worth more than running fast.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString()));
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(data.toFile(), "program.log")));
        builder.environment().keySet().removeIf(name -> name.startsWith("GUATU_"));
        builder.environment().put("GUATU_PORT", Integer.toString(port));
        builder.environment().put("GUATU_DATA", data.toString());
        builder.environment()
                .put("GUATU_SEED", Path.of(TestBoard.SMALL).toAbsolutePath().toString());
        return builder.start();
    }
}
