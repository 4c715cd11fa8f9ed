package io.guatu.bench.part;

import io.guatu.bench.figure.Chart;
import io.guatu.bench.figure.Rounds;
import io.guatu.bench.figure.Samples;
import io.guatu.bench.figure.Spread;
import io.guatu.bench.figure.Table;
import io.guatu.bench.load.Loop;
import io.guatu.bench.peer.Guatu;
import io.guatu.bench.peer.Inserts;
import io.guatu.bench.peer.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Durable updates a second that were answered, beside pgbench's one-row inserts into the same PostgreSQL, in turns. */
final class Writes implements Part {
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32, 128);
    private static final Duration TIME = Duration.ofMillis(1_200);
    private static final int INSERTING_SECONDS = 1;

    /** The database's own limit leaves pgbench no more beside the board. */
    private static final int MOST_INSERTING = 50;

    /** Until a JVM has compiled most of it. */
    private static final int WARM_SECONDS = 10;

    private static final String BESIDE = " beside";

    @Override
    public int share() {
        return 3;
    }

    @Override
    public Found measure(Workshop workshop) throws Exception {
        Optional<Path> pgbench = Inserts.pgbench();
        Rounds rounds = new Rounds();
        Map<Integer, Samples> answers = new TreeMap<>();
        try (Loop loop = new Loop();
                Guatu guatu = Guatu.start(workshop, List.of())) {
            Inserts inserts = guatu.inserts();
            inserts.begin();
            Path room = workshop.room("pgbench");
            new Telling(loop, guatu, CONNECTIONS.get(1)).during(Duration.ofSeconds(WARM_SECONDS));
            for (int round = 0; workshop.another(round, Rounds.MANY); round++) {
                for (int connections : CONNECTIONS) {
                    Telling telling = new Telling(loop, guatu, connections);
                    long cpu = guatu.run().cpuNanos();
                    long compiler = guatu.run().compilerNanos();
                    double rate = telling.during(TIME);
                    rounds.add("cpu" + connections, (guatu.run().cpuNanos() - cpu) / 1e3 / telling.accepted());
                    long compiled = Math.max(0, guatu.run().compilerNanos() - compiler);
                    rounds.add("compiler" + connections, compiled / 1e3 / telling.accepted());
                    rounds.add("" + connections, rate);
                    answers.merge(connections, telling.answers(), Samples::with);
                    if (pgbench.isPresent()) {
                        int inserting = Math.min(connections, MOST_INSERTING);
                        rounds.add(
                                connections + BESIDE, inserts.rate(pgbench.get(), room, inserting, INSERTING_SECONDS));
                    }
                }
            }
        }
        return found(rounds, answers, pgbench.isPresent());
    }

    private static Found found(Rounds rounds, Map<Integer, Samples> answers, boolean beside) {
        Table table = new Table(
                "connections",
                "updates/s",
                "pgbench, inserts/s",
                "Guatu beside it",
                "answered, ms: p50 / p99 / max",
                "JVM processor per update, µs",
                "of it the compiler");
        Chart chart = new Chart("Durable updates that were answered", "a second, more is better");
        answers.forEach((connections, samples) -> {
            Spread rate = rounds.of("" + connections);
            table.row(
                    "" + connections,
                    rate.text(),
                    beside ? rounds.of(connections + BESIDE).text() : "absent",
                    beside
                            ? rounds.ratio("" + connections, connections + BESIDE)
                                            .text() + " ×"
                            : "",
                    samples.text(),
                    rounds.of("cpu" + connections).text(),
                    rounds.of("compiler" + connections).text());
            chart.ours("Guatu, " + connections + " connections", rate);
            if (beside) {
                chart.beside("pgbench, " + connections, rounds.of(connections + BESIDE));
            }
        });
        List<String> said = new ArrayList<>();
        said.add(
                "Progress reports on all projects of the demonstration through HTTP, each with its access, contract, rules, "
                        + "idempotency, seal and an fsync before the answer. The board's position must have moved by exactly as many entries as "
                        + "were answered with 201, in every round.");
        said.add(
                beside
                        ? "pgbench has at most " + MOST_INSERTING + " connections."
                        : "pgbench is absent (Debian: postgresql).");
        return new Found("Durable updates through HTTP", table, List.of(chart), said);
    }
}
