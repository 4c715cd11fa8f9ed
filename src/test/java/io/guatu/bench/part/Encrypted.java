package io.guatu.bench.part;

import io.guatu.bench.figure.Chart;
import io.guatu.bench.figure.Rounds;
import io.guatu.bench.figure.Samples;
import io.guatu.bench.figure.Table;
import io.guatu.bench.load.Loop;
import io.guatu.bench.peer.Certificate;
import io.guatu.bench.peer.Guatu;
import io.guatu.bench.peer.Peer;
import io.guatu.bench.peer.Peers;
import io.guatu.bench.peer.Workshop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One update to a thousand viewers, by a server that encrypts what it sends itself, beside the same one that does not. */
final class Encrypted implements Part {
    private static final String OURS = "Guatu";
    private static final String OURS_ENCRYPTED = "Guatu, encrypted";
    /** Few: a frame that is encrypted a thousand times is followed by a rest of four times as long. */
    private static final int MESSAGES = 15;

    private static final Duration WARM = Duration.ofSeconds(5);
    private static final int WARM_CONNECTIONS = 8;

    @Override
    public Found measure(Workshop workshop) throws Exception {
        Rounds cpu = new Rounds();
        Map<String, Samples> waits = new LinkedHashMap<>();
        Certificate certificate = Certificate.make(workshop.room("certificate"));
        List<String> said = new ArrayList<>();
        try (Loop loop = new Loop();
                Guatu plain = Guatu.start(workshop, List.of());
                Guatu encrypted = Guatu.encrypted(workshop, certificate);
                Peers peers = Peers.encrypted(workshop, certificate)) {
            new Telling(loop, plain, WARM_CONNECTIONS).during(WARM);
            new Telling(loop, encrypted, WARM_CONNECTIONS).during(WARM);
            List<Delivering> all = new ArrayList<>(
                    List.of(new Delivering.Board(OURS, plain), new Delivering.Board(OURS_ENCRYPTED, encrypted)));
            for (Peer peer : peers.present()) {
                all.add(new Delivering.Beside(peer));
            }
            for (int round = 0; workshop.another(round - 1, Rounds.FEW); round++) {
                for (Delivering one : all) {
                    Delivering.Reading reading = one.deliver(loop, FanOut.VIEWERS, MESSAGES);
                    if (round > 0) { // the first one warms up
                        cpu.add(one.name(), reading.cpuMicros() - reading.compilerMicros());
                        waits.merge(one.name(), reading.waits(), Samples::with);
                    }
                }
            }
            said.addAll(peers.absent());
        }
        return found(cpu, waits, said);
    }

    private static Found found(Rounds cpu, Map<String, Samples> waits, List<String> said) {
        Table table = new Table(
                "server",
                "processor per delivery, µs",
                "beside it not encrypted",
                "last viewer has it, ms: p50 / p99 / max");
        Chart chart = new Chart("One update to 1,000 viewers, encrypted by the server", "µs, less is better");
        waits.forEach((name, samples) -> {
            String plain = name.split(",")[0];
            table.row(
                    name,
                    cpu.of(name).text(),
                    name.equals(plain) ? "" : cpu.ratio(name, plain).text() + " ×",
                    samples.text());
            if (plain.equals(OURS)) {
                chart.ours(name, cpu.of(name));
            } else {
                chart.beside(name, cpu.of(name));
            }
        });
        said.add(
                0,
                "TLS 1.3 with a certificate of an elliptic curve, by Java's own library and by nginx's OpenSSL; without what the "
                        + "JVM's compiler takes, and without the handshakes, which are over when the first message is sent. A frame "
                        + "is encrypted for each viewer by itself.");
        return new Found("The same with TLS", table, List.of(chart), said);
    }
}
