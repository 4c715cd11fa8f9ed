package io.guatu.bench;

import io.guatu.board.Board;
import io.guatu.board.Card;
import io.guatu.board.fold.Projects;
import io.guatu.domain.Author;
import io.guatu.domain.BoardUpdate.WeightingChosen;
import io.guatu.domain.Entry;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.Percent;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectKind;
import io.guatu.domain.ProjectUpdate.ProjectOpened;
import io.guatu.domain.Role;
import io.guatu.domain.RuleSet;
import io.guatu.domain.Stage;
import io.guatu.domain.Update;
import io.guatu.domain.Weight;
import io.guatu.domain.Weighting;
import io.guatu.ledger.Batch;
import io.guatu.ledger.Head;
import io.guatu.ledger.Json;
import io.guatu.ledger.Seal;
import io.guatu.state.Snapshot;
import io.guatu.state.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the pure board costs. Figures are the best of several runs, and ratios against reading the same entries' JSON or
 * writing the same card's, measured in the same run: a figure alone says only how fast this machine is.
 *
 * <p>{@code mvn -q test-compile exec:java -Dmain.class=io.guatu.bench.BoardBench -Dexec.classpathScope=test}
 */
public final class BoardBench {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");
    private static final Author MANAGER = new Author("wang", Role.MANAGER, "王主任", null);
    private static final int MILESTONES = 20;
    private static final int RUNS = 7;
    private static final int PAGE = 2_000;

    private static Object kept;

    private BoardBench() {}

    public static void main(String[] arguments) throws Exception {
        RuleSet rules = Json.read(Files.readString(Path.of("seeds/rules/daguan-1.json")), RuleSet.class);
        Board empty = Board.empty(new UUID(1, 1), DAY, ZONE, rules);

        List<Entry> ledger = ledger(200, 100_000);
        List<String> bodies =
                ledger.stream().map(entry -> Json.write(entry.update())).toList();
        double read = best(
                () -> bodies.stream().map(body -> Json.read(body, Update.class)).toList());
        double fold = best(() -> Projects.NONE.after(ledger));
        say("fold of 100,000 entries over 200 projects", fold, "reading their JSON", read);

        List<Entry> one = ledger(1, 500);
        Board single = empty.after(one);
        Card card = single.cards().values().iterator().next();
        Entry next = report(one.size() + 1, 501, new ProjectId("p-0"), "m-3", 55);
        double write = best(() -> times(200, () -> Json.write(card))) / 200;
        double update = best(() -> times(200, () -> single.after(List.of(next)))) / 200;
        say("one update on a project of 20 milestones and 500 entries", update, "writing its card's JSON", write);

        Board thousand = empty.after(ledger(1_000, 40_000));
        Entry touch = report(thousand.seq() + 1, 41, new ProjectId("p-500"), "m-3", 55);
        double touched = best(() -> times(50, () -> thousand.after(List.of(touch)))) / 50;
        Entry weighed = entry(thousand.seq() + 1, 0, null, new WeightingChosen(Weighting.INVESTMENT));
        double totals = best(() -> times(50, () -> thousand.after(List.of(weighed)))) / 50;
        double whole = best(() -> thousand.on(DAY.plusDays(1)));
        say("one update and the totals among 1,000 projects", touched, "the same update alone", update);
        Board few = empty.after(ledger(21, 840));
        Board many = empty.after(ledger(5_000, 200_000));
        double of21 = best(() -> times(50, () -> few.after(List.of(touch(few))))) / 50;
        double of5000 = best(() -> times(50, () -> many.after(List.of(touch(many))))) / 50;
        say("one update among 5,000 projects of 20 milestones", of5000, "one among 21 of them", of21);
        Board years = empty.after(grown(10_000));
        Board month = empty.after(grown(500));
        double ofYears = best(() -> times(200, () -> years.after(List.of(touch(years, 0, "s-3"))))) / 200;
        double ofMonth = best(() -> times(200, () -> month.after(List.of(touch(month, 0, "s-3"))))) / 200;
        say("one update on a project of 10,000 entries", ofYears, "on one of 500", ofMonth);
        State state = state(ledger(1_000, 200_000));
        double folded = best(() -> state(ledger));
        List<byte[]> parts = Snapshot.write(state);
        double written = best(() -> Snapshot.write(state));
        double begun = best(() -> Snapshot.read(parts, state.head().epoch()));
        say("a snapshot of 200,000 entries over 1,000 projects, read", begun, "reading 100,000 entries", read);
        say("the same, written", written, "reading it", begun);
        System.out.printf(
                Locale.ROOT,
                "it has %,d bytes; folding 100,000 entries one page after the other took %.0f ms%n",
                parts.stream().mapToLong(part -> part.length).sum(),
                folded);
        say("the totals of 1,000 projects anew (weighed otherwise)", totals, "one update among them", touched);
        say("all 1,000 cards and the totals anew (midnight)", whole, "one update among them", touched);
        System.out.printf(
                Locale.ROOT,
                "a card of 20 milestones: %,d bytes%n",
                Json.write(card).getBytes("UTF-8").length);
    }

    private static Entry touch(Board board) {
        return touch(board, 7, "m-3");
    }

    private static Entry touch(Board board, int project, String milestone) {
        return report(board.seq() + 1, 41, new ProjectId("p-" + project), milestone, 55);
    }

    /** One project as it is really told. */
    private static List<Entry> grown(int entries) {
        Batch batch = new Batch(State.begin(new UUID(1, 1)).head());
        new Growth(entries, 1, MILESTONES, DAY.minusYears(6), DAY.minusDays(1), ZONE)
                .tell(() -> batch.head().seq() + 1, batch::add);
        return batch.entries();
    }

    private static State state(List<Entry> entries) {
        State state = State.begin(new UUID(1, 1));
        for (int from = 0; from < entries.size(); from += PAGE) {
            List<Entry> page = entries.subList(from, Math.min(from + PAGE, entries.size()));
            Entry last = page.get(page.size() - 1);
            state = state.after(page, new Head(state.head().epoch(), last.seq(), Seal.NONE, last.at()));
        }
        return state;
    }

    private static List<Entry> ledger(int projects, int entries) {
        List<Entry> all = new ArrayList<>();
        Map<ProjectId, Long> positions = new HashMap<>();
        for (int p = 0; p < projects; p++) {
            ProjectId id = new ProjectId("p-" + p);
            all.add(entry(
                    all.size() + 1,
                    positions.merge(id, 1L, Long::sum),
                    id,
                    new ProjectOpened(
                            new Name("项目" + p, "Project " + p),
                            "transport.road",
                            ProjectKind.WORKS,
                            Stage.IMPLEMENTATION,
                            null,
                            null,
                            null)));
            for (int m = 0; m < MILESTONES; m++) {
                all.add(entry(
                        all.size() + 1,
                        positions.merge(id, 1L, Long::sum),
                        id,
                        new MilestonePlanned(
                                new MilestoneId("m-" + m),
                                new Name("节点" + m, "Step " + m),
                                Weight.of(100 / MILESTONES),
                                DAY.plusDays(m * 10L - 150),
                                DAY.plusDays(m * 10L - 130),
                                null)));
            }
        }
        for (int i = 0; all.size() < entries; i++) {
            ProjectId id = new ProjectId("p-" + i % projects);
            int round = i / projects;
            all.add(report(
                    all.size() + 1, positions.merge(id, 1L, Long::sum), id, "m-" + round % MILESTONES, round % 100));
        }
        return all;
    }

    private static Entry report(long seq, long position, ProjectId id, String milestone, int percent) {
        return entry(
                seq,
                position,
                id,
                new ProgressReported(
                        new MilestoneId(milestone), Percent.of(percent), DAY, "本周完成", null, null, null, Percent.ZERO));
    }

    private static Entry entry(long seq, long position, ProjectId id, Update update) {
        return new Entry(seq, id, position, Instant.parse("2026-11-20T01:00:00Z"), MANAGER, update);
    }

    private static Object times(int times, Supplier<?> work) {
        for (int i = 0; i < times; i++) {
            kept = work.get();
        }
        return kept;
    }

    /** Milliseconds of the fastest run. */
    private static double best(Supplier<?> work) {
        double best = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long began = System.nanoTime();
            kept = work.get();
            best = Math.min(best, (System.nanoTime() - began) / 1e6);
        }
        return best;
    }

    private static void say(String what, double millis, String reference, double referenceMillis) {
        System.out.printf(
                Locale.ROOT, "%-62s %9.3f ms   %6.2f × %s%n", what, millis, millis / referenceMillis, reference);
    }
}
