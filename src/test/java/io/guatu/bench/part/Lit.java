package io.guatu.bench.part;

import io.guatu.bench.figure.Chart;
import io.guatu.bench.figure.Rounds;
import io.guatu.bench.figure.Samples;
import io.guatu.bench.figure.Table;
import io.guatu.bench.load.Loop;
import io.guatu.bench.peer.Guatu;
import io.guatu.bench.peer.Inserts;
import io.guatu.bench.peer.Workshop;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** From when somebody posts until the last screen is lit, at fifty updates a second, beside a bare commit of one row. */
final class Lit implements Part {
    private static final List<Integer> VIEWERS = List.of(10, 200, 1_000);
    private static final int A_SECOND = 50;
    private static final Duration TIME = Duration.ofMillis(1_500);
    private static final Duration WARM = Duration.ofSeconds(5);
    private static final String COMMIT = "commit";

    @Override
    public Found measure(Workshop workshop) throws Exception {
        Rounds p99 = new Rounds();
        Map<Integer, Samples> lit = new TreeMap<>();
        Samples answers = new Samples();
        Samples commits = new Samples();
        try (Loop loop = new Loop();
                Guatu guatu = Guatu.start(workshop, List.of())) {
            Inserts inserts = guatu.inserts();
            inserts.begin();
            try (Connection connection = inserts.connect()) {
                new Telling(loop, guatu, 8).during(WARM);
                for (int round = 0; workshop.another(round, Rounds.MANY); round++) {
                    for (int viewers : VIEWERS) {
                        Course course = new Course(guatu.seq(), viewers);
                        try (Watching watching = Watching.open(loop, guatu, viewers, course.viewer())) {
                            Pace pace = new Pace(loop, guatu, A_SECOND, course);
                            pace.during(TIME);
                            watching.check();
                            answers.with(pace.answers());
                        }
                        Samples samples = course.sentToLast();
                        p99.add("" + viewers, samples.p99());
                        lit.merge(viewers, samples, Samples::with);
                    }
                    Samples bare = commits(connection);
                    p99.add(COMMIT, bare.p99());
                    commits.with(bare);
                }
            }
        }
        return found(p99, lit, answers, commits);
    }

    /** As many at the same pace, each measured from when it was due. */
    private static Samples commits(Connection connection) throws Exception {
        Samples samples = new Samples();
        long began = System.nanoTime();
        for (int i = 0; i < A_SECOND * TIME.toMillis() / 1000; i++) {
            long due = began + i * 1_000_000_000L / A_SECOND;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            Inserts.one(connection);
            samples.add(System.nanoTime() - due);
        }
        return samples;
    }

    private static Found found(Rounds p99, Map<Integer, Samples> lit, Samples answers, Samples commits) {
        Table table = new Table("from the post until", "ms: p50 / p99 / max", "p99 of a round, ms");
        Chart chart = new Chart("Fifty updates a second: from the post to the last screen, p99", "ms, less is better");
        table.row("a bare commit of one row", commits.text(), p99.of(COMMIT).text());
        table.row("its own answer", answers.text(), "");
        chart.beside("a bare commit", p99.of(COMMIT));
        lit.forEach((viewers, samples) -> {
            String last = String.format(Locale.ROOT, "the last of %,d viewers", viewers);
            table.row(last, samples.text(), p99.of("" + viewers).text());
            chart.ours(last, p99.of("" + viewers));
        });
        return new Found(
                "Post to lit, at 50 updates a second",
                table,
                List.of(chart),
                List.of(
                        "Each from when it was due, so that a wait of one is a wait of those behind it. In the end every viewer "
                                + "stands where the board stands, and one of a hundred shows the same cards, or the bench ends."));
    }
}
