package io.guatu.bench.part;

import io.guatu.bench.figure.Chart;
import io.guatu.bench.figure.Rounds;
import io.guatu.bench.figure.Samples;
import io.guatu.bench.figure.Spread;
import io.guatu.bench.figure.Table;
import io.guatu.bench.load.Loop;
import io.guatu.bench.peer.Guatu;
import io.guatu.bench.peer.Peer;
import io.guatu.bench.peer.Peers;
import io.guatu.bench.peer.Workshop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One update to a thousand viewers, the next when all have it: what a delivery costs the server's processor, and how long the
 * last viewer waits. The board writes each update durably and checks who tells and who sees it; its peers pass a message on.
 */
final class FanOut implements Part {
    static final int VIEWERS = 1_000;
    private static final String OURS = "Guatu";
    private static final String TOWN = "Guatu by deploy/town.jvm";
    private static final String STEADY = " steady";

    /** So long as if it had run for a day: by then a JVM has compiled what takes an update in. */
    private static final Duration WARM = Duration.ofSeconds(10);

    /** The quick compiler is soon done. */
    private static final Duration TOWN_WARM = Duration.ofSeconds(3);

    private static final int WARM_CONNECTIONS = 8;

    @Override
    public int share() {
        return 3;
    }

    @Override
    public Found measure(Workshop workshop) throws Exception {
        Rounds cpu = new Rounds();
        Map<String, Samples> waits = new LinkedHashMap<>();
        Map<String, Long> bytes = new LinkedHashMap<>();
        List<String> said = new ArrayList<>();
        try (Loop loop = new Loop();
                Guatu guatu = Guatu.start(workshop, List.of());
                Guatu town = Guatu.start(workshop, Memory.TOWN);
                Peers peers = Peers.start(workshop)) {
            new Telling(loop, guatu, WARM_CONNECTIONS).during(WARM);
            new Telling(loop, town, WARM_CONNECTIONS).during(TOWN_WARM);
            List<Delivering> all =
                    new ArrayList<>(List.of(new Delivering.Board(OURS, guatu), new Delivering.Board(TOWN, town)));
            for (Peer peer : peers.present()) {
                all.add(new Delivering.Beside(peer));
            }
            for (int round = 0; workshop.another(round - 1, Rounds.MANY); round++) {
                for (Delivering one : all) {
                    Delivering.Reading reading =
                            one.deliver(loop, VIEWERS, round == 0 ? Delivering.UNTIL_WARM : Delivering.MESSAGES);
                    if (round > 0) { // the first one warms up
                        cpu.add(one.name(), reading.cpuMicros());
                        cpu.add(one.name() + STEADY, reading.cpuMicros() - reading.compilerMicros());
                        waits.merge(one.name(), reading.waits(), Samples::with);
                        bytes.put(one.name(), reading.bytes());
                    }
                }
            }
            said.addAll(peers.absent());
        }
        return found(cpu, waits, bytes, said);
    }

    private static Found found(Rounds cpu, Map<String, Samples> waits, Map<String, Long> bytes, List<String> said) {
        Table table = new Table(
                "server",
                "processor per delivery, µs",
                "without the JVM's compiler",
                "Guatu beside it, with and without; by town.jvm",
                "last viewer has it, ms: p50 / p99 / max",
                "bytes a message");
        Chart chart = new Chart("One update to 1,000 viewers: processor per delivery", "µs, less is better");
        waits.forEach((name, samples) -> {
            Spread spread = cpu.of(name);
            boolean ours = name.startsWith(OURS);
            table.row(
                    name,
                    spread.text(),
                    cpu.of(name + STEADY).text(),
                    ours
                            ? ""
                            : cpu.ratio(OURS, name).text() + " ×, "
                                    + cpu.ratio(OURS + STEADY, name + STEADY).text() + " ×; "
                                    + cpu.ratio(TOWN, name).text() + " ×",
                    samples.text(),
                    String.format(Locale.ROOT, "%,d", bytes.get(name)));
            if (ours) {
                chart.ours(name, spread);
                if (name.equals(OURS)) {
                    chart.ours(name + ", compiled", cpu.of(name + STEADY));
                }
            } else {
                chart.beside(name, spread);
            }
        });
        said.add(
                0,
                "All of the server's own process is counted, for the board also the HTTP request, the rules and the frame; "
                        + "not its PostgreSQL, which no peer has; a JVM compiles itself for minutes, less and less, so both are said: with "
                        + "that and without. Before the first round it took in updates for " + WARM.toSeconds()
                        + " s. Every viewer follows the board's chain of positions: a frame that does "
                        + "not fit on the one before ends the bench.");
        return new Found("One update to 1,000 viewers", table, List.of(chart), said);
    }
}
