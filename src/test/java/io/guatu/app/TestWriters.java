package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Writers that do what phones do: one thing after the other, each with its key, and the same key until there is an answer. */
final class TestWriters {
    private static final long AGAIN_NANOS = 100_000_000; // a phone waits longer
    private static final int PAGE = 500;

    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();
    private final TestClient client;

    private TestWriters(TestClient client) {
        this.client = client;
    }

    /** @param client somebody who may tell something of the park */
    static TestWriters start(int many, TestClient client) {
        TestWriters writers = new TestWriters(client);
        for (int i = 0; i < many; i++) {
            int number = i;
            Thread thread = new Thread(() -> writers.run(number), "writer-" + i);
            thread.setDaemon(true);
            thread.start();
            writers.threads.add(thread);
        }
        return writers;
    }

    private void run(int number) {
        try {
            for (int i = 0; !stop.get(); i++) {
                String note = "w" + number + "-" + i;
                Long seq = attempt(note);
                while (seq == null && !stop.get()) {
                    LockSupport.parkNanos(AGAIN_NANOS);
                    seq = attempt(note);
                }
                if (seq != null) {
                    acknowledged.put(note, seq);
                }
            }
        } catch (Throwable fault) {
            faults.add(fault);
        }
    }

    /** Null when it is to be asked again. */
    private Long attempt(String note) {
        try {
            var answer = client.tell("park", "{\"kind\":\"still-true\",\"note\":\"" + note + "\"}", note);
            if (answer.status() == 201) {
                return answer.json().path("seq").asLong();
            }
            // A proxy says 502 or 504 when nobody is behind it.
            assertTrue(List.of(502, 503, 504).contains(answer.status()), () -> answer.raw()
                    .body());
            return null;
        } catch (IOException away) {
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int answers() {
        assertEquals(List.of(), faults);
        return acknowledged.size();
    }

    void await(int more) throws InterruptedException {
        await(more, Duration.ofSeconds(20));
    }

    void await(int more, Duration patience) throws InterruptedException {
        int before = answers();
        TestBoard.await("writers are answered", patience, () -> answers() >= before + more);
    }

    /** @return milliseconds until each writer may have been answered something that it asked from now on */
    long recovered(Duration patience) throws InterruptedException {
        long began = System.nanoTime();
        await(2 * threads.size(), patience);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    void stop() throws InterruptedException {
        stop.set(true);
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(60));
            assertFalse(thread.isAlive(), thread.getName() + " was answered in the end");
        }
        assertEquals(List.of(), faults);
    }

    /** All that was acknowledged is in the ledger where it was said, and nothing is there twice. @return its last entry */
    long assertAllThereOnce(TestClient reader) throws Exception {
        long after = 0;
        Map<String, Long> found = new HashMap<>();
        for (JsonNode page = page(reader, after); !page.isEmpty(); page = page(reader, after)) {
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
        acknowledged.forEach((note, seq) -> assertEquals(seq, found.get(note), note));
        return after;
    }

    private static JsonNode page(TestClient client, long after) throws Exception {
        return client.get("/api/entries?limit=" + PAGE + "&after=" + after)
                .json()
                .path("entries");
    }
}
