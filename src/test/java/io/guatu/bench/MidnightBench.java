package io.guatu.bench;

import io.guatu.access.Passwords;
import io.guatu.app.Config;
import io.guatu.app.Program;
import io.guatu.ledger.Silence;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How long an event loop answers nobody while the day turns on a board that {@link GrowBench} filled: somebody asks whether it
 * lives, without a pause, for as long before and while every card is drawn anew.
 *
 * <p>{@code mvn -q test-compile exec:java -Dmain.class=io.guatu.bench.MidnightBench -Dexec.classpathScope=test
 * -Dexec.args="FOLDER"}
 */
public final class MidnightBench {
    private static final Duration LOOKED = Duration.ofSeconds(5);
    private static final int TURNS = 5;

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
                double still = longest(alive);
                ahead.set(ahead.get().plusDays(1));
                System.out.printf(
                        Locale.ROOT,
                        "longest answer, ms: %.1f in %d s before, %.1f while the day turned%n",
                        still,
                        LOOKED.toSeconds(),
                        longest(alive));
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

    private static double longest(URI asked) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(asked).build();
        long end = System.nanoTime() + LOOKED.toNanos();
        long longest = 0;
        for (long at = System.nanoTime(); at < end; ) {
            client.send(request, HttpResponse.BodyHandlers.discarding());
            long now = System.nanoTime();
            longest = Math.max(longest, now - at);
            at = now;
        }
        return longest / 1e6;
    }
}
