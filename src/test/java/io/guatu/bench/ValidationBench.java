package io.guatu.bench;

import io.guatu.http.contract.FormerValidator;
import io.guatu.http.contract.Measured;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * What it costs to read and measure a write: the prepared schemas beside the validator that was built for every request. CPU
 * of one thread, the best of several runs; the ratio is what counts.
 *
 * <p>{@code mvn -q test-compile exec:java -Dmain.class=io.guatu.bench.ValidationBench -Dexec.classpathScope=test}
 */
public final class ValidationBench {
    private static final int RUNS = 7;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Map<String, String> PARAMETERS =
            Map.of("project", "hefan-underpass", "Idempotency-Key", "5f0c8a2e-9d52-4d5b-9a57-6a8c1c0e9f11");
    private static final String REPORT = "{\"kind\":\"progress-reported\",\"milestone\":\"box-jacking\",\"percent\":68,"
            + "\"asOf\":\"2026-11-23\",\"note\":\"第三节顶进完成\",\"forecast\":\"2026-12-05\"}";

    private static int kept;

    private ValidationBench() {}

    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx();
        FormerValidator former = new FormerValidator(vertx);
        row(former, "a report", "postUpdate", REPORT);
        row(former, "one that does not fit", "postUpdate", REPORT.replace("68", "168"));
        row(former, "a batch of 50", "postUpdates", "{\"updates\":[" + (REPORT + ",").repeat(49) + REPORT + "]}");
        vertx.close().await();
        System.out.println(kept == 0 ? "" : "(" + kept + " faults)");
    }

    private static void row(FormerValidator former, String what, String operation, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        double before = micros(() -> former.request(operation, body, PARAMETERS));
        double now = micros(() -> Measured.request(operation, body, PARAMETERS));
        System.out.printf(
                Locale.ROOT, "%-24s before %8.1f µs   now %7.1f µs   %5.0f ×%n", what, before, now, before / now);
    }

    private static double micros(IntSupplier work) {
        double best = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            int times = 0;
            long began = THREADS.getCurrentThreadCpuTime();
            long took;
            do {
                kept += work.getAsInt();
                times++;
                took = THREADS.getCurrentThreadCpuTime() - began;
            } while (took < 300_000_000);
            best = Math.min(best, took / 1_000.0 / times);
        }
        return best;
    }
}
