package io.guatu.bench.part;

import io.guatu.bench.figure.Chart;
import io.guatu.bench.figure.Rounds;
import io.guatu.bench.figure.Table;
import io.guatu.bench.load.Crowd;
import io.guatu.bench.load.Ear;
import io.guatu.bench.load.Listener;
import io.guatu.bench.load.Loop;
import io.guatu.bench.peer.Guatu;
import io.guatu.bench.peer.Peer;
import io.guatu.bench.peer.Peers;
import io.guatu.bench.peer.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a town takes with its database, as {@code deploy} starts it; and what a viewer takes who only waits. */
final class Memory implements Part {
    static final List<String> TOWN = options("town.jvm");

    /** A town's heap is not meant to let thousands in at once. */
    private static final List<String> COUNTY = options("county.jvm");

    private static final int FEW = 100;
    private static final int IDLE = 5_000;
    private static final int UPDATES = 500;
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final String OURS = "Guatu";

    @Override
    public int share() {
        return 3;
    }

    @Override
    public Found measure(Workshop workshop) throws Exception {
        Rounds rounds = new Rounds();
        Set<String> beside = new LinkedHashSet<>();
        List<String> said = new ArrayList<>();
        for (int round = 0; workshop.another(round, Rounds.FEW); round++) {
            try (Loop loop = new Loop();
                    Guatu guatu = Guatu.start(workshop, TOWN)) {
                try (Watching watching = Watching.open(loop, guatu, FEW, (from, to) -> {})) {
                    new Pace(loop, guatu, 250, (seq, sentAt, answeredAt) -> {}).tell(UPDATES);
                    watching.check();
                    loop.during(QUIET);
                    rounds.add("town", guatu.kibibytes() / 1024.0);
                }
            }
            try (Loop loop = new Loop();
                    Guatu guatu = Guatu.start(workshop, COUNTY)) {
                long empty = guatu.run().kibibytes();
                try (Watching watching = Watching.open(loop, guatu, IDLE, (from, to) -> {})) {
                    loop.during(QUIET);
                    rounds.add(OURS, Math.max(0, (double) (guatu.run().kibibytes() - empty)) / IDLE);
                    watching.check();
                }
            }
        }
        try (Loop loop = new Loop();
                Peers peers = Peers.start(workshop)) {
            for (Peer peer : peers.present()) {
                beside.add(peer.name());
                rounds.add(peer.name(), idle(loop, peer));
            }
            said = peers.absent();
        }
        return found(rounds, beside, new ArrayList<>(said));
    }

    private static List<String> options(String file) {
        return List.of("@" + Path.of("deploy", file).toAbsolutePath());
    }

    private static double idle(Loop loop, Peer peer) throws Exception {
        Listener.Awaited nothing = new Listener.Awaited();
        List<Ear> ears = new ArrayList<>();
        for (int i = 0; i < IDLE; i++) {
            ears.add(peer.ear(nothing));
        }
        long empty = peer.run().kibibytes();
        try (Crowd<Ear> crowd = Crowd.open(loop, peer.viewers(), peer.viewing(), ears)) {
            loop.during(QUIET);
            return Math.max(0, (double) (peer.run().kibibytes() - empty)) / crowd.size();
        }
    }

    private static Found found(Rounds rounds, Set<String> beside, List<String> said) {
        Table table = new Table("memory", "")
                .row(
                        "the whole program with its PostgreSQL, 100 viewers, after 500 updates, MiB",
                        rounds.of("town").text())
                .row("one of 5,000 idle viewers, KiB: Guatu", rounds.of(OURS).text());
        Chart chart = new Chart("One of 5,000 idle viewers", "KiB of the server's memory, less is better")
                .ours(OURS, rounds.of(OURS));
        for (String name : beside) {
            table.row(name, rounds.of(name).text());
            chart.beside(name, rounds.of(name));
        }
        said.add(
                0,
                "Each round a new start, of the peers one: the town with deploy/town.jvm, what 5,000 connect to with deploy/county.jvm. Pages that processes share count once (PSS). What a viewer "
                        + "takes is the growth from none to 5,000, which have the whole board: a heap that grew does not shrink at once, "
                        + "so it holds what letting them in took as well.");
        return new Found("Memory", table, List.of(chart), said);
    }
}
