package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * One viewer stops reading among many: memory stays flat, the others do not notice, and it catches up when it reads. What the
 * heap of a JVM grows by is told with nothing else in it.
 */
@Isolated
class SlowViewerIT {
    private static final int QUICK = 3;
    private static final int MILESTONES = 200;
    private static final long MEGABYTE = 1024 * 1024;
    /** To every viewer. */
    private static final long PUBLISHED = 40 * MEGABYTE;
    /** Three eighths of what a heap would grow by that kept for one viewer what it did not take. */
    private static final long GROWTH = PUBLISHED * 3 / 8;

    private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");

    @Test
    void a_viewer_that_stops_reading_costs_nothing_and_is_brought_back_by_one_frame() throws Exception {
        try (TestBoard board = TestBoard.start();
                Socket socket = new Socket()) {
            TestClient office = board.as(board.person("office"));
            long seq = big(office);
            socket.connect(new InetSocketAddress("127.0.0.1", board.port()));
            RawLine slow = new RawLine(socket);
            slow.say(register(board));
            List<Quick> quick = new ArrayList<>();
            for (int i = 0; i < QUICK; i++) {
                quick.add(new Quick(board));
            }
            long before = used();
            int updates = 0;
            while (quick.stream().anyMatch(viewer -> viewer.bytes < PUBLISHED)) {
                // What comes to the board comes whole: the one delta that is large however little changed.
                long away = told(office.tell("big", "{\"kind\":\"project-archived\",\"reason\":\"试\"}"));
                TestBoard.await("it has left the board", () -> quick.get(0).seq >= away);
                seq = told(office.tell("big", "{\"kind\":\"project-restored\",\"reason\":\"试\"}"));
                updates += 2;
                assertTrue(updates < 5_000, "the frames are too small for this test");
            }
            long last = seq;
            long began = System.nanoTime();
            TestBoard.await("the quick ones are there", () -> quick.stream().allMatch(viewer -> viewer.seq >= last));
            assertTrue(System.nanoTime() - began < Duration.ofSeconds(2).toNanos(), "and soon");
            long grown = used() - before;
            assertTrue(grown < GROWTH, "the heap grew by " + grown / MEGABYTE + " MiB");
            // TCP asks a line that had no room whether it has some by now, at intervals that grow with the time it had
            // none.
            socket.setSoTimeout(60_000);
            int frames = 0;
            long seen = 0;
            while (seen < last) {
                seen = Math.max(seen, seq(slow.next()));
                frames++;
            }
            assertEquals(last, seen, "the slow one catches up when it reads again");
            assertTrue(frames < updates / 4, "frames were skipped for it: " + frames + " of " + updates);
            for (Quick viewer : quick) {
                viewer.socket.close();
            }
        }
    }

    @Test
    void a_stranger_who_asks_and_never_reads_is_cut_off() throws Exception {
        try (TestBoard board = TestBoard.start();
                Socket socket = new Socket("127.0.0.1", board.port())) {
            RawLine line = new RawLine(socket);
            long before = used();
            int sent = 0;
            try {
                for (; sent < 200_000; sent++) {
                    line.say("{\"type\":\"register\",\"address\":\"board.live\"}");
                }
            } catch (IOException cut) {
                assertTrue(sent > 0);
            }
            assertTrue(sent < 200_000, "the line ends");
            assertTrue(used() - before < 8 * MEGABYTE, "and costs nothing");
        }
    }

    /** A project whose card is a tenth of a megabyte. */
    private static long big(TestClient office) throws Exception {
        String open =
                "{\"kind\":\"project-opened\",\"name\":{\"zh\":\"大\",\"en\":\"Big\"},\"sector\":\"transport.road\",\"projectKind\":\"works\",\"stage\":\"implementation\"}";
        told(office.tell("big", open));
        long seq = 0;
        for (int half = 0; half < 2; half++) {
            String plan = IntStream.range(half * MILESTONES / 2, (half + 1) * MILESTONES / 2)
                    .mapToObj(i -> "{\"kind\":\"milestone-planned\",\"milestone\":\"m-" + i + "\",\"name\":{\"zh\":\""
                            + "长".repeat(80) + "\",\"en\":\"" + "l".repeat(160)
                            + "\"},\"weight\":0.5,\"start\":\"2026-01-01\",\"finish\":\"2027-01-01\"}")
                    .collect(Collectors.joining(",", "{\"updates\":[", "]}"));
            var answer = office.post("/api/projects/big/updates:batch", plan, "Idempotency-Key", "plan " + half);
            assertEquals(201, answer.status(), () -> answer.raw().body());
            seq = answer.json().path("entries").get(0).path("seq").asLong();
        }
        return seq;
    }

    private static long told(TestClient.Answer answer) {
        assertEquals(201, answer.status(), () -> answer.raw().body());
        return answer.json().path("seq").asLong();
    }

    private static String register(TestBoard board) {
        return "{\"type\":\"register\",\"address\":\"board.live\",\"headers\":{\"Authorization\":\"Bearer "
                + board.screen("hall") + "\"}}";
    }

    /** It stands at the beginning of a frame; the rest is not looked at. */
    private static long seq(byte[] message) {
        Matcher found = SEQ.matcher(new String(message, 0, Math.min(400, message.length), StandardCharsets.UTF_8));
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static final class Quick {
        private final Socket socket;
        private volatile long bytes;
        private volatile long seq;

        Quick(TestBoard board) throws IOException {
            socket = new Socket("127.0.0.1", board.port());
            RawLine line = new RawLine(socket);
            line.say(register(board));
            Thread reading = new Thread(() -> read(line), "quick");
            reading.setDaemon(true);
            reading.start();
        }

        @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
        private void read(RawLine line) {
            try {
                while (true) {
                    byte[] message = line.next();
                    bytes += message.length;
                    seq = Math.max(seq, SlowViewerIT.seq(message));
                }
            } catch (IOException closed) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
