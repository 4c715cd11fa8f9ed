package io.guatu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a running board answers how soon, each question for the first time and once more; and how long a writer waits, alone
 * and beside somebody who asks without a pause. On a board that {@link GrowBench} filled and that was just started.
 *
 * <p>{@code mvn -q test-compile exec:java -Dmain.class=io.guatu.bench.AskBench -Dexec.classpathScope=test
 * -Dexec.args="http://localhost:8080 OFFICE-PASSWORD"}
 */
public final class AskBench {
    private static final int ROUNDS = 3;

    private final BenchClient client;

    private AskBench(BenchClient client) {
        this.client = client;
    }

    public static void main(String[] arguments) throws Exception {
        AskBench bench = new AskBench(new BenchClient(arguments[0], arguments[1]));
        JsonNode whole = Json.MAPPER.readTree(bench.client.get("/api/board"));
        LocalDate day = LocalDate.parse(whole.path("day").asText());
        List<String> projects = new ArrayList<>();
        whole.path("cards").forEach(card -> projects.add(card.path("id").asText()));
        System.out.printf("%,d entries, %,d projects%n", whole.path("seq").asLong(), projects.size());
        System.out.printf("%-28s %9s %9s %12s%n", "question", "first, ms", "again, ms", "bytes");
        for (String path : List.of(
                "/api/today",
                "/api/board?asOf=" + day.minusYears(4),
                "/api/board?asOf=" + day.minusWeeks(1),
                "/api/agenda",
                "/api/meetings",
                "/api/projects/" + projects.get(0),
                "/api/entries?order=desc&text=zzzzqq",
                "/api/entries?order=desc&kind=hazard-found&text=zzzzqq",
                "/api/curve",
                "/api/digest",
                "/api/safety?year=" + day.getYear(),
                "/api/changes?from=" + day.minusWeeks(1) + "&to=" + day.minusDays(1))) {
            long began = System.nanoTime();
            int bytes = bench.client.get(path).length();
            long first = System.nanoTime();
            bench.client.get(path);
            System.out.printf(
                    Locale.ROOT,
                    "%-28.28s %9.0f %9.0f %,12d%n",
                    path.substring(5),
                    (first - began) / 1e6,
                    (System.nanoTime() - first) / 1e6,
                    bytes);
        }
        bench.client.write(projects); // it warms up
        for (int round = 0; round < ROUNDS; round++) {
            System.out.println("a write, alone:  " + bench.client.write(projects));
            Asking asking = new Asking(bench.client, day.minusYears(1 + round), projects);
            asking.start();
            System.out.println("a write, beside: " + bench.client.write(projects));
            asking.end();
        }
    }
}
