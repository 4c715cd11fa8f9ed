package io.guatu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.bench.figure.Table;
import io.guatu.ledger.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a large board costs, from its making to its end: it is made (unless the folder has it already), started for the first
 * time, which folds all of it, and again; asked what takes longest, told, told beside somebody who asks without a pause, and
 * stopped. Says of each whether it is within its bound. Ends when its minutes are over.
 *
 * <p>{@code mvn -q package -DskipTests}, and then {@code mvn -q exec:java -Dmain.class=io.guatu.bench.LargeBench
 * -Dexec.classpathScope=test -Dexec.args="FOLDER ENTRIES PROJECTS [MINUTES]"}
 */
public final class LargeBench {
    private static final Path JAR = Path.of("target", "guatu.jar").toAbsolutePath();
    private static final double SECOND = 1_000;
    private static final int ROUNDS = 3;

    private final Table table = new Table("what", "took", "bound", "");
    private final Path folder;

    private LargeBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        Deadline deadline = Deadline.of(Duration.ofMinutes(arguments.length > 3 ? Long.parseLong(arguments[3]) : 15));
        LargeBench bench = new LargeBench(folder);
        try {
            deadline.now("making the board");
            Path board = folder.resolve("grown-" + arguments[1] + "-" + arguments[2]);
            if (!Files.exists(board)) {
                Path half =
                        folder.resolve("half-grown-" + ProcessHandle.current().pid());
                GrowBench.main(new String[] {half.toString(), arguments[1], arguments[2]});
                Files.move(half, board);
            }
            deadline.now("a start with an empty board");
            double empty = bench.empty();
            deadline.now("a start that folds everything");
            bench.first(board);
            deadline.now("a warm start and what is asked then");
            bench.warm(board, empty);
        } finally {
            System.out.printf("%n%s%n", bench.table.markdown());
        }
        System.exit(0);
    }

    private double empty() throws Exception {
        Path data = folder.resolve("empty");
        OwnBoard.start(JAR, data).close();
        try (OwnBoard board = OwnBoard.start(JAR, data)) {
            row("start with an empty board, the second time", board.took().toMillis(), 0);
            return board.took().toMillis();
        }
    }

    /** Nothing of it is kept yet, as after an import or under a program that folds otherwise. */
    private void first(Path data) throws Exception {
        OwnBoard board = OwnBoard.start(JAR, data);
        row("first start: everything is folded", board.took().toMillis(), 0);
        BenchClient office = new BenchClient(board.url(), GrowBench.PASSWORD);
        LocalDate day = day(office).minusYears(4).minusDays(40);
        row("then a day four years back, not kept yet", took(office, "/api/board?asOf=" + day), 0);
        row("and again", took(office, "/api/board?asOf=" + day), SECOND);
        row("stop after a first start", board.end().toMillis(), 30 * SECOND);
    }

    private void warm(Path data, double empty) throws Exception {
        OwnBoard board = OwnBoard.start(JAR, data);
        row("warm start", board.took().toMillis(), empty + 3 * SECOND);
        long ready = System.nanoTime();
        BenchClient office = new BenchClient(board.url(), GrowBench.PASSWORD);
        List<String> projects = new ArrayList<>();
        office.post("/api/projects/p-1/updates", "{\"kind\":\"still-true\"}", "application/json", BenchClient.key());
        row("first write, a log-in before it", (System.nanoTime() - ready) / 1e6, SECOND);
        JsonNode whole = Json.MAPPER.readTree(office.get("/api/board"));
        LocalDate day = LocalDate.parse(whole.path("day").asText());
        whole.path("cards").forEach(card -> projects.add(card.path("id").asText()));
        questions(day, projects).forEach((what, path) -> {
            row(what, took(office, path), SECOND);
            row(what + ", again", took(office, path), SECOND);
        });
        office.times(projects); // it warms up
        for (int round = 1; round <= ROUNDS; round++) {
            double alone = BenchClient.p99(office.times(projects));
            Asking asking = new Asking(office, day.minusYears(round), projects);
            asking.start();
            double beside = BenchClient.p99(office.times(projects));
            asking.end();
            row("p99 of a writer, alone", alone, 0);
            row("p99 of a writer, beside somebody who asks", beside, 2 * alone);
        }
        table.row("memory of the program, at most", board.mebibytes() + " MiB", "", "");
        row("stop", board.end().toMillis(), 30 * SECOND);
    }

    private static Map<String, String> questions(LocalDate day, List<String> projects) {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("a day four years back", "/api/board?asOf=" + day.minusYears(4));
        questions.put("a week ago", "/api/board?asOf=" + day.minusWeeks(1));
        questions.put("agenda", "/api/agenda");
        questions.put("a project's page", "/api/projects/" + projects.get(0));
        questions.put("meetings", "/api/meetings");
        questions.put("a search that finds nothing", "/api/entries?order=desc&text=zzzzqq");
        questions.put("the same of one kind", "/api/entries?order=desc&kind=hazard-found&text=zzzzqq");
        return questions;
    }

    private static LocalDate day(BenchClient office) throws Exception {
        return LocalDate.parse(
                Json.MAPPER.readTree(office.get("/api/board")).path("day").asText());
    }

    /** In milliseconds, however often one is told to come again. */
    private static double took(BenchClient office, String path) {
        long began = System.nanoTime();
        try {
            office.read(path);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    /** @param bound in milliseconds; 0: it has none */
    private void row(String what, double millis, double bound) {
        String[] said = {
            what,
            String.format(Locale.ROOT, "%,.0f ms", millis),
            bound == 0 ? "" : String.format(Locale.ROOT, "%,.0f ms", bound),
            bound == 0 ? "" : millis <= bound ? "holds" : "**falls short**"
        };
        table.row(said);
        System.out.println(String.join(" | ", said));
    }
}
