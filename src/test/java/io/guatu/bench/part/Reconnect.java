package io.guatu.bench.part;

import io.guatu.bench.figure.Chart;
import io.guatu.bench.figure.Rounds;
import io.guatu.bench.figure.Table;
import io.guatu.bench.load.Crowd;
import io.guatu.bench.load.Follower;
import io.guatu.bench.load.Loop;
import io.guatu.bench.peer.Guatu;
import io.guatu.bench.peer.Inserts;
import io.guatu.bench.peer.Workshop;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * All viewers come back at once after a restart: those that were there from an older position, which all projects have left
 * since, those that are new for the whole board.
 */
final class Reconnect implements Part {
    private static final int VIEWERS = 5_000;
    /** One of so many is new. */
    private static final int NEW = 10;

    @Override
    public Found measure(Workshop workshop) throws Exception {
        Rounds rounds = new Rounds();
        Path data;
        int port;
        List<Follower> back = new ArrayList<>();
        try (Loop loop = new Loop()) {
            try (Guatu before = Guatu.start(workshop, List.of())) {
                data = before.data();
                port = before.port();
                for (int i = 0; i < VIEWERS; i++) {
                    back.add(before.follower(i % 100 == 0, (from, to) -> {}));
                }
                Crowd.open(loop, before.door(), Guatu.VIEWING, back).close();
            }
            for (int round = 0; workshop.another(round, Rounds.FEW); round++) {
                try (Guatu guatu = Guatu.start(workshop, List.of(), data, port);
                        Connection database = guatu.inserts().board()) {
                    for (int i = 0; i < VIEWERS; i += NEW) {
                        back.set(i, guatu.follower(i % 100 == 0, (from, to) -> {}));
                    }
                    new Pace(loop, guatu, 1_000, (seq, sentAt, answeredAt) -> {}).tell(3 * guatu.projects());
                    long asked = Inserts.transactions(database);
                    long cpu = guatu.run().cpuNanos();
                    long began = System.nanoTime();
                    try (Watching watching = Watching.rush(loop, guatu, back)) {
                        rounds.add("current", (System.nanoTime() - began) / 1e9);
                        rounds.add("connected", watching.connectedNanos() / 1e9);
                        rounds.add("cpu", (guatu.run().cpuNanos() - cpu) / 1e3 / VIEWERS);
                        rounds.add("transactions", Inserts.transactions(database) - asked);
                        rounds.add(
                                "unavailable",
                                back.stream().mapToInt(Follower::unavailable).sum());
                        watching.check();
                    }
                }
            }
        }
        Table table = new Table("5,000 viewers come back after a restart", "")
                .row(
                        "the last one has asked for a line after, s",
                        rounds.of("connected").text())
                .row("all of them are current after, s", rounds.of("current").text())
                .row("processor per viewer, µs", rounds.of("cpu").text())
                .row(
                        "transactions of the database meanwhile, of all kinds",
                        rounds.of("transactions").text());
        table.row("answers that said: ask again", rounds.of("unavailable").text());
        Chart chart = new Chart("5,000 viewers back after a restart: all are current", "s, less is better")
                .ours("Guatu", rounds.of("current"));
        return new Found(
                "Back after a restart",
                table,
                List.of(chart),
                List.of(
                        "Nine of ten stand at an older position and are told what changed, one of ten asks for the whole board; "
                                + "each position's answer is encoded once. In the end all stand where the board stands and one of a hundred "
                                + "shows the same cards. The load connects from one thread on the same processors."));
    }
}
