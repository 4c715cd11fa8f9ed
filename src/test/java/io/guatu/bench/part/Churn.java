package io.guatu.bench.part;

import io.guatu.bench.figure.Chart;
import io.guatu.bench.figure.Rounds;
import io.guatu.bench.figure.Samples;
import io.guatu.bench.figure.Table;
import io.guatu.bench.load.Loop;
import io.guatu.bench.load.Passing;
import io.guatu.bench.peer.Guatu;
import io.guatu.bench.peer.Workshop;
import java.time.Duration;
import java.util.List;

/** A thousand viewers stay while others come and go, at fifty updates a second: what those who stay notice, and what one costs. */
final class Churn implements Part {
    private static final int A_SECOND = 50;
    private static final int COMING = 50;
    private static final int PASSING = 50;
    private static final Duration TIME = Duration.ofSeconds(2);
    private static final Duration WARM = Duration.ofSeconds(5);
    private static final String QUIET = "nobody comes or goes";
    private static final String CHURN = COMING + " come and " + COMING + " go a second";

    @Override
    public Found measure(Workshop workshop) throws Exception {
        Rounds rounds = new Rounds();
        Samples quiet = new Samples();
        Samples churn = new Samples();
        try (Loop loop = new Loop();
                Guatu guatu = Guatu.start(workshop, List.of())) {
            new Telling(loop, guatu, 8).during(WARM);
            try (Passing warm = passing(loop, guatu)) {
                new Pace(loop, guatu, A_SECOND, (seq, sentAt, answeredAt) -> {}, warm::turn).during(TIME);
            }
            for (int round = 0; workshop.another(round, Rounds.FEW); round++) {
                double alone = watched(loop, guatu, quiet, QUIET, rounds, () -> {});
                try (Passing passing = passing(loop, guatu)) {
                    double beside = watched(loop, guatu, churn, CHURN, rounds, passing::turn);
                    rounds.add("one", Math.max(0, beside - alone) / passing.came());
                }
            }
        }
        Table table = new Table(
                        "from the post until the last of 1,000 who stay has it",
                        "ms: p50 / p99 / max",
                        "p99 of a round")
                .row(QUIET, quiet.text(), rounds.of(QUIET).text())
                .row(CHURN, churn.text(), rounds.of(CHURN).text())
                .row(
                        "processor for one who comes and goes, µs",
                        rounds.of("one").text(),
                        "");
        Chart chart = new Chart(
                        "Fifty updates a second before 1,000 viewers, p99 of the last one", "ms, less is better")
                .ours(QUIET, rounds.of(QUIET))
                .ours(CHURN, rounds.of(CHURN));
        return new Found(
                "Viewers that come and go",
                table,
                List.of(chart),
                List.of(
                        "Each who comes connects, shows its token, registers, and gets the whole board before it goes. In the "
                                + "end all who stayed stand where the board stands, and one of a hundred shows the same cards. The "
                                + "processor is the server's, compiler included: beside what the same time took without them."));
    }

    private static Passing passing(Loop loop, Guatu guatu) {
        return new Passing(
                loop, guatu.door(), Guatu.VIEWING, () -> guatu.follower(false, (from, to) -> {}), COMING, PASSING);
    }

    /** @return what it took of the server's processor, in µs */
    private static double watched(
            Loop loop, Guatu guatu, Samples samples, String how, Rounds rounds, Runnable meanwhile) throws Exception {
        Course course = new Course(guatu.seq(), FanOut.VIEWERS);
        try (Watching watching = Watching.open(loop, guatu, FanOut.VIEWERS, course.viewer())) {
            long cpu = guatu.run().cpuNanos();
            new Pace(loop, guatu, A_SECOND, course, meanwhile).during(TIME);
            double took = (guatu.run().cpuNanos() - cpu) / 1e3;
            watching.check();
            Samples lit = course.sentToLast();
            rounds.add(how, lit.p99());
            samples.with(lit);
            return took;
        }
    }
}
