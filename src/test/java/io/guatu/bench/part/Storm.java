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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** As many updates as are accepted, on all projects, before a thousand viewers: state is sent and not history. */
final class Storm implements Part {
    private static final int CONNECTIONS = 32;
    private static final Duration TIME = Duration.ofSeconds(3);
    private static final Duration WARM = Duration.ofSeconds(5);
    private static final Set<String> BESIDE = Set.of("nchan", "Socket.IO");

    @Override
    public Found measure(Workshop workshop) throws Exception {
        Rounds rounds = new Rounds();
        Samples fromPost = new Samples();
        Samples fromAnswer = new Samples();
        Set<String> beside = new LinkedHashSet<>();
        List<String> said = new ArrayList<>();
        try (Loop loop = new Loop();
                Guatu guatu = Guatu.start(workshop, List.of());
                Peers peers = Peers.start(workshop)) {
            new Telling(loop, guatu, CONNECTIONS).during(WARM);
            for (int round = 0; workshop.another(round, Rounds.MANY); round++) {
                Course course = new Course(guatu.seq(), FanOut.VIEWERS);
                try (Watching watching = Watching.open(loop, guatu, FanOut.VIEWERS, course.viewer())) {
                    long frames = watching.frames();
                    long cpu = guatu.run().cpuNanos();
                    Telling telling = new Telling(loop, guatu, CONNECTIONS, course);
                    rounds.add("rate", telling.during(TIME));
                    rounds.add("cpu", (guatu.run().cpuNanos() - cpu) / 1e3 / telling.accepted() / FanOut.VIEWERS);
                    rounds.add(
                            "frames", (double) (watching.frames() - frames) / FanOut.VIEWERS / (TIME.toMillis() / 1e3));
                    watching.check();
                }
                Samples answered = course.answeredToLast();
                rounds.add("p99", answered.p99());
                fromAnswer.with(answered);
                fromPost.with(course.sentToLast());
                for (Peer peer : peers.present()) {
                    if (BESIDE.contains(peer.name())) {
                        beside.add(peer.name());
                        rounds.add(
                                peer.name(),
                                new Delivering.Beside(peer)
                                        .deliver(loop, FanOut.VIEWERS, Delivering.MESSAGES)
                                        .cpuMicros());
                    }
                }
            }
            said.addAll(peers.absent());
        }
        return found(rounds, fromPost, fromAnswer, beside, said);
    }

    private static Found found(
            Rounds rounds, Samples fromPost, Samples fromAnswer, Set<String> beside, List<String> said) {
        Table table = new Table("1,000 viewers, " + CONNECTIONS + " connections write without a pause", "")
                .row("accepted, updates/s", rounds.of("rate").text())
                .row("frames a viewer gets, a second", rounds.of("frames").text())
                .row("from the answer until the last viewer has it, ms: p50 / p99 / max", fromAnswer.text())
                .row("the same, p99 of a round", rounds.of("p99").text())
                .row("from the post until the last viewer has it, ms: p50 / p99 / max", fromPost.text())
                .row("processor per update and viewer, µs", rounds.of("cpu").text());
        Chart chart = new Chart("A storm before 1,000 viewers: processor per update and viewer", "µs, less is better")
                .ours("Guatu", rounds.of("cpu"));
        for (String name : beside) {
            Spread less = rounds.ratio(name, "cpu");
            table.row(name + " passes each update on, µs", rounds.of(name).text() + ", " + less.text() + " × Guatu");
            chart.beside(name, rounds.of(name));
        }
        said.add(
                0,
                "A frame holds what is different by now, so a viewer need not be told each step. In the end all stand where the "
                        + "board stands and one of a hundred shows the same cards. The load reads a thousand lines on the same processors.");
        return new Found("A storm", table, List.of(chart), said);
    }
}
