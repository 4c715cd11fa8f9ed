package io.guatu.bench.part;

import io.guatu.bench.figure.Chart;
import io.guatu.bench.figure.Rounds;
import io.guatu.bench.figure.Table;
import io.guatu.bench.peer.Guatu;
import io.guatu.bench.peer.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** From {@code java -jar} to the first answer that it is ready, with and without an archive of its classes. */
final class Start implements Part {
    private static final List<String> PLAIN = List.of();
    private static final String FIRST = "first";
    private static final String SECOND = "second";

    @Override
    public int share() {
        return 3;
    }

    @Override
    public Found measure(Workshop workshop) throws Exception {
        Path archive = workshop.room("classes").resolve("guatu.jsa");
        Guatu.start(workshop, List.of("-XX:ArchiveClassesAtExit=" + archive)).close();
        if (!Files.exists(archive)) {
            throw new IOException("No archive of the classes was made.");
        }
        List<String> shared = List.of("-XX:SharedArchiveFile=" + archive);
        Rounds rounds = new Rounds();
        Path plain = began(workshop, rounds, "", PLAIN);
        Path archived = began(workshop, rounds, " archived", shared);
        for (int round = 0; workshop.another(round, Rounds.FEW); round++) {
            again(workshop, rounds, "", PLAIN, plain);
            again(workshop, rounds, " archived", shared, archived);
        }
        Table table = new Table("java -jar to ready, s", "without an archive", "with one", "with beside without");
        Chart chart = new Chart("java -jar to the first answer", "s, less is better");
        for (String which : List.of(FIRST, SECOND)) {
            table.row(
                    which.equals(FIRST) ? "the first time: unpacks, begins the database, seeds" : "the second time",
                    rounds.of(which).text(),
                    rounds.of(which + " archived").text(),
                    rounds.ratio(which + " archived", which).text() + " ×");
            chart.ours(which + " start", rounds.of(which));
            chart.ours(which + ", classes archived", rounds.of(which + " archived"));
        }
        return new Found(
                "Start",
                table,
                List.of(chart),
                List.of(String.format(
                        Locale.ROOT,
                        "With the embedded PostgreSQL. The archive is made by -XX:ArchiveClassesAtExit and takes %.0f MB.",
                        Files.size(archive) / 1e6)));
    }

    /** @return the folder that it made */
    private static Path began(Workshop workshop, Rounds rounds, String how, List<String> options) throws Exception {
        Path data = workshop.room("guatu");
        try (Guatu guatu = Guatu.start(workshop, options, data, Workshop.freePort())) {
            rounds.add(FIRST + how, guatu.took().toMillis() / 1e3);
        }
        return data;
    }

    private static void again(Workshop workshop, Rounds rounds, String how, List<String> options, Path data)
            throws Exception {
        try (Guatu guatu = Guatu.start(workshop, options, data, Workshop.freePort())) {
            rounds.add(SECOND + how, guatu.took().toMillis() / 1e3);
        }
    }
}
