package io.guatu.bench;

import io.guatu.access.Passwords;
import io.guatu.app.Config;
import io.guatu.app.Program;
import io.guatu.ledger.Silence;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How long an event loop answers nobody while the day turns on a board that {@link GrowBench} filled: somebody asks whether it
 * lives, without a pause, for as long before and while every card is drawn anew. What else a machine does makes answers late;
 * so it also says how much processor time an event loop took between two answers at most, which nothing else makes longer.
 *
 * <p>{@code mvn -q test-compile exec:java -Dmain.class=io.guatu.bench.MidnightBench -Dexec.classpathScope=test
 * -Dexec.args="FOLDER"}
 */
public final class MidnightBench {
    private static final Duration LOOKED = Duration.ofSeconds(5);
    private static final int TURNS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String LOOP = "vert.x-eventloop-thread-";

    private MidnightBench() {}

    public static void main(String[] arguments) throws Exception {
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
        Map<String, String> environment = Map.of("GUATU_DATA", arguments[0], "GUATU_PORT", "0", "GUATU_SEED", "none");
        Program program =
                Program.start(Config.of(environment), clock(ahead), Passwords.Cost.RECOMMENDED, Silence.BORNE);
        try {
            URI alive = URI.create("http://localhost:" + program.node().port() + "/health/live");
            longest(alive); // it warms up
            for (int turn = 0; turn < TURNS; turn++) {
                Longest still = longest(alive);
                ahead.set(ahead.get().plusDays(1));
                System.out.printf(
                        Locale.ROOT,
                        "longest answer, and work of a loop between two: %s in %d s before, %s while the day turned%n",
                        still.text(),
                        LOOKED.toSeconds(),
                        longest(alive).text());
            }
        } finally {
            program.close();
        }
    }

    private static Clock clock(AtomicReference<Duration> ahead) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("Asia/Shanghai");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.now().plus(ahead.get());
            }
        };
    }

    /** In nanoseconds. */
    private record Longest(long answer, long work) {
        String text() {
            return String.format(Locale.ROOT, "%.1f and %.1f ms", answer / 1e6, work / 1e6);
        }
    }

    private static Longest longest(URI asked) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(asked).build();
        long[] loops = loops();
        long[] worked = worked(loops);
        long end = System.nanoTime() + LOOKED.toNanos();
        long answer = 0;
        long work = 0;
        for (long at = System.nanoTime(); at < end; ) {
            client.send(request, HttpResponse.BodyHandlers.discarding());
            long now = System.nanoTime();
            answer = Math.max(answer, now - at);
            at = now;
            long[] then = worked;
            worked = worked(loops);
            for (int i = 0; i < loops.length; i++) {
                work = Math.max(work, worked[i] - then[i]);
            }
        }
        return new Longest(answer, work);
    }

    private static long[] loops() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith(LOOP))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
    }

    private static long[] worked(long[] threads) {
        return Arrays.stream(threads).map(THREADS::getThreadCpuTime).toArray();
    }
}
