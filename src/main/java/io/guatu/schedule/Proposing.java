package io.guatu.schedule;

import io.guatu.domain.MilestoneId;
import io.guatu.domain.Percent;
import io.guatu.domain.PlanLine;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.schedule.Choice.By;
import io.guatu.schedule.Choice.Worth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Makes the plan of one schedule, as it was chosen or as it is likely meant. */
final class Proposing {
    /** Updates of a batch. */
    private static final int MOST_LINES = 100;

    private static final int DEEPEST = 20;

    /** What is offered first: few enough to be looked at, enough to say anything. */
    private static final int FEW = 3;

    private static final int MANY = 40;

    private final FileReader file;
    private final Choice asked;
    private final Present present;
    private final int place;
    private final Schedule schedule;
    private final Set<String> questions = new TreeSet<>();
    private final Left.Notes notes = new Left.Notes();
    private Cut cut;

    Proposing(FileReader file, Choice asked, Present present) {
        this.file = file;
        this.asked = asked;
        this.present = present;
        List<Schedule> all = file.schedules();
        this.place = Optional.ofNullable(asked.schedule())
                .filter(chosen -> chosen < all.size())
                .orElseGet(() -> IntStream.range(0, all.size())
                        .boxed()
                        .max(Comparator.<Integer>comparingInt(
                                        i -> all.get(i).tasks().size())
                                .thenComparing(Comparator.reverseOrder()))
                        .orElseThrow());
        this.schedule = all.get(place);
    }

    Reading read() {
        List<Integer> baselines = List.copyOf(schedule.baselines());
        Integer baseline = asked.baseline() != null && baselines.contains(asked.baseline()) ? asked.baseline() : null;
        if (asked.baseline() != null && baseline == null) {
            questions.add("baseline");
        }
        List<Reading.Level> levels = IntStream.rangeClosed(1, Math.min(DEEPEST, schedule.deepest()))
                .mapToObj(level -> new Reading.Level(
                        level, level(level, baseline, new Left.Notes()).chosen().size()))
                .toList();
        int milestones =
                Cut.milestones(schedule, baseline, new Left.Notes()).chosen().size();
        By by = asked.by() != null
                ? asked.by()
                : asked.level() == null && likely(levels) == null ? By.MILESTONES : By.LEVEL;
        Integer level = by == By.MILESTONES ? null : asked.level() != null ? asked.level() : likely(levels);
        Worth worth = asked.weights() == Worth.COST && schedule.costs() ? Worth.COST : Worth.DURATION;
        if (asked.weights() == Worth.COST && worth != Worth.COST) {
            questions.add("cost");
        }
        Choice choice = new Choice(place, asked.charset(), by, level, worth, baseline);
        List<Line> lines = lines(choice, by == By.LEVEL && level == null ? List.of() : drafts(choice));
        return new Reading(
                new Reading.Source(file.format(), file.program(), file.charset(), file.guessed()),
                file.schedules().stream()
                        .map(each -> new Reading.Named(each.name(), each.tasks().size()))
                        .toList(),
                place,
                levels,
                milestones,
                baselines,
                schedule.costs(),
                choice,
                questions,
                lines,
                gone(lines),
                notes.all(),
                present.again(),
                present.again() ? List.of() : updates(lines),
                present.expected());
    }

    private Cut level(int level, Integer baseline, Left.Notes into) {
        return Cut.level(schedule, level, baseline, into);
    }

    /** The first that is neither next to nothing nor too much; else the one with most lines that a plan may have. */
    private static Integer likely(List<Reading.Level> levels) {
        return levels.stream()
                .filter(level -> level.lines() >= FEW && level.lines() <= MANY)
                .findFirst()
                .or(() -> levels.stream()
                        .filter(level -> level.lines() > 0 && level.lines() <= MOST_LINES)
                        .max(Comparator.comparingInt(Reading.Level::lines)))
                .map(Reading.Level::level)
                .orElse(null);
    }

    private List<Draft> drafts(Choice choice) {
        cut = choice.by() == By.MILESTONES
                ? Cut.milestones(schedule, choice.baseline(), notes)
                : level(choice.level(), choice.baseline(), notes);
        return choice.by() == By.MILESTONES
                ? Draft.milestones(schedule, cut, choice.baseline(), choice.weights())
                : Draft.outline(schedule, cut, choice.baseline(), choice.weights());
    }

    private List<Line> lines(Choice choice, List<Draft> drafts) {
        if (drafts.isEmpty() || drafts.size() > MOST_LINES) {
            questions.add("level");
            return List.of();
        }
        Matched matched = Matched.of(drafts, present);
        int kept = present.again() ? 0 : matched.keptWeight();
        if (Percent.FULL.hundredths() - kept < drafts.size()) {
            questions.add("full");
            return List.of();
        }
        int[] weights = Shares.of(drafts.stream().map(Draft::worth).toList(), Percent.FULL.hundredths() - kept);
        Map<Task, Set<Task>> before = Dependencies.of(schedule, cut, drafts, notes);
        return Lines.of(schedule, drafts, weights, before, matched);
    }

    private List<PlanLine> gone(List<Line> lines) {
        Set<MilestoneId> there = Lines.ids(lines);
        return lines.isEmpty()
                ? List.of()
                : present.lines().stream()
                        .filter(line -> !there.contains(line.milestone()))
                        .toList();
    }

    /** What is new or different. What becomes lighter goes first: on the way the weights must not pass 100. */
    private static List<MilestonePlanned> updates(List<Line> lines) {
        List<Line> told = new ArrayList<>(
                lines.stream().filter(line -> line.state() != Line.State.SAME).toList());
        told.sort(Comparator.comparing(line -> line.before() == null
                || line.before().weight().hundredths() <= line.line().weight().hundredths()));
        return told.stream()
                .map(Line::line)
                .map(line -> new MilestonePlanned(
                        line.milestone(), line.name(), line.weight(), line.start(), line.finish(), line.after()))
                .toList();
    }
}
