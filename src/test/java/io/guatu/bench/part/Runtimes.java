package io.guatu.bench.part;

import io.guatu.bench.figure.Chart;
import io.guatu.bench.figure.Rounds;
import io.guatu.bench.figure.Table;
import io.guatu.bench.load.Loop;
import io.guatu.bench.peer.Guatu;
import io.guatu.bench.peer.Workshop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same jar by this Java and by newer ones, if any is here: which one should {@code deploy} use? */
final class Runtimes implements Part {
    private static final int CONNECTIONS = 32;
    private static final Duration WARM = Duration.ofSeconds(6);
    private static final Duration TIME = Duration.ofSeconds(2);

    @Override
    public Found measure(Workshop workshop) throws Exception {
        Rounds rounds = new Rounds();
        Map<String, String> javas = Workshop.javas();
        try (Loop loop = new Loop()) {
            Map<String, Guatu> boards = new LinkedHashMap<>();
            try {
                for (Map.Entry<String, String> java : javas.entrySet()) {
                    Guatu guatu = Guatu.by(java.getValue(), workshop, List.of());
                    boards.put(java.getKey(), guatu);
                    rounds.add("start" + java.getKey(), guatu.took().toMillis() / 1e3);
                    new Telling(loop, guatu, CONNECTIONS).during(WARM);
                }
                for (int round = 0; workshop.another(round, Rounds.FEW); round++) {
                    for (Map.Entry<String, Guatu> board : boards.entrySet()) {
                        measure(loop, board.getKey(), board.getValue(), rounds);
                    }
                }
            } finally {
                for (Guatu guatu : boards.values()) {
                    guatu.close();
                }
            }
        }
        return found(rounds, javas.keySet().stream().toList());
    }

    private static void measure(Loop loop, String java, Guatu guatu, Rounds rounds) throws Exception {
        Telling telling = new Telling(loop, guatu, CONNECTIONS);
        long cpu = guatu.run().cpuNanos();
        long compiler = guatu.run().compilerNanos();
        rounds.add("rate" + java, telling.during(TIME));
        double took = guatu.run().cpuNanos() - cpu;
        double steady = took - Math.max(0, guatu.run().compilerNanos() - compiler);
        rounds.add("cpu" + java, took / 1e3 / telling.accepted());
        rounds.add("steady" + java, steady / 1e3 / telling.accepted());
        rounds.add("memory" + java, guatu.run().kibibytes() / 1024.0);
    }

    private static Found found(Rounds rounds, List<String> javas) {
        Table table = new Table(
                "Java",
                "updates/s through " + CONNECTIONS + " connections",
                "processor per update, µs",
                "without the compiler",
                "memory, MiB",
                "start, s");
        Chart chart = new Chart("Durable updates by which Java", "a second, more is better");
        for (String java : javas) {
            table.row(
                    java,
                    rounds.of("rate" + java).text(),
                    rounds.of("cpu" + java).text(),
                    rounds.of("steady" + java).text(),
                    rounds.of("memory" + java).text(),
                    rounds.of("start" + java).text());
            chart.ours(java, rounds.of("rate" + java));
        }
        List<String> said = new ArrayList<>(List.of("The same jar without any option, so the heap grows as it likes."));
        if (javas.size() == 1) {
            said.add("A newer Java is absent (looked for in /usr/lib/jvm).");
        }
        return new Found("This Java and newer ones", table, List.of(chart), said);
    }
}
