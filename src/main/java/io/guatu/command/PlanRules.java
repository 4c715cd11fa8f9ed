package io.guatu.command;

import static io.guatu.command.Refusal.Code.AS_OF_IN_FUTURE;
import static io.guatu.command.Refusal.Code.CAUSE_MISSING;
import static io.guatu.command.Refusal.Code.CAUSE_NEEDS_NOTE;
import static io.guatu.command.Refusal.Code.DEPENDENCY_CYCLE;
import static io.guatu.command.Refusal.Code.FINISH_BEFORE_START;
import static io.guatu.command.Refusal.Code.FORECAST_IN_PAST;
import static io.guatu.command.Refusal.Code.FORECAST_UNCHANGED;
import static io.guatu.command.Refusal.Code.HISTORY_OVERTAKEN;
import static io.guatu.command.Refusal.Code.IMPORT_IS_FOR_THE_OFFICE;
import static io.guatu.command.Refusal.Code.MILESTONE_EXISTS;
import static io.guatu.command.Refusal.Code.MILESTONE_FINISHED;
import static io.guatu.command.Refusal.Code.MILESTONE_TWICE;
import static io.guatu.command.Refusal.Code.NAME_USED;
import static io.guatu.command.Refusal.Code.NO_BASELINE;
import static io.guatu.command.Refusal.Code.UNKNOWN_DEPENDENCY;
import static io.guatu.command.Refusal.Code.UNKNOWN_MILESTONE;
import static io.guatu.command.Refusal.Code.WEIGHTS_NOT_100;
import static io.guatu.command.Refusal.Code.WEIGHTS_OVER_100;

import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Plan;
import io.guatu.domain.Cause;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.Percent;
import io.guatu.domain.PlanLine;
import io.guatu.domain.PlanUpdate;
import io.guatu.domain.PlanUpdate.BaselineSet;
import io.guatu.domain.PlanUpdate.ForecastMoved;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.PlanUpdate.QuantityPlanned;
import io.guatu.domain.Role;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may be promised, and how a promise may move. */
final class PlanRules {
    private PlanRules() {}

    static Optional<Refusal> judge(RuleContext now, PlanUpdate update) {
        if (update instanceof MilestonePlanned planned) {
            return planned(now, planned);
        }
        if (update instanceof QuantityPlanned counted) {
            return now.project().plan().milestones().containsKey(counted.milestone())
                    ? Refusal.none()
                    : Refusal.because(UNKNOWN_MILESTONE, "milestone", counted.milestone());
        }
        return update instanceof BaselineSet set ? baseline(now, set) : moved(now, (ForecastMoved) update);
    }

    /** A date moves only with a cause, and "other" says which. */
    static Optional<Refusal> cause(Cause cause, String note) {
        return cause == null
                ? Refusal.because(CAUSE_MISSING)
                : Refusal.when(cause == Cause.OTHER && RuleContext.blank(note), CAUSE_NEEDS_NOTE);
    }

    private static Optional<Refusal> planned(RuleContext now, MilestonePlanned planned) {
        Plan plan = now.project().plan();
        // Until the weights of the first baseline are whole nothing is promised, and what was mistyped is told again.
        if (plan.milestones().containsKey(planned.milestone()) && !plan.open()) {
            return Refusal.because(MILESTONE_EXISTS);
        }
        if (planned.finish().isBefore(planned.start())) {
            return Refusal.because(FINISH_BEFORE_START);
        }
        Map<MilestoneId, PlanLine> lines = new HashMap<>();
        plan.milestones().forEach((id, milestone) -> lines.put(id, milestone.baseline()));
        Optional<MilestoneId> unknown = planned.line().predecessors().stream()
                .filter(id -> !lines.containsKey(id))
                .findFirst();
        if (unknown.isPresent()) {
            return Refusal.because(UNKNOWN_DEPENDENCY, "milestone", unknown.get());
        }
        lines.put(planned.milestone(), planned.line());
        int sum = lines.values().stream()
                .mapToInt(line -> line.weight().hundredths())
                .sum();
        return sum > Percent.FULL.hundredths()
                ? Refusal.because(WEIGHTS_OVER_100, "sum", percent(sum))
                : Refusal.when(cyclic(lines), DEPENDENCY_CYCLE);
    }

    private static Optional<Refusal> baseline(RuleContext now, BaselineSet set) {
        if (now.project().plan().baseline() == null) {
            return Refusal.because(NO_BASELINE);
        }
        boolean named = now.project().plan().baselines().stream()
                .anyMatch(known -> known.name() != null && same(known.name(), set.name()));
        if (named) {
            return Refusal.because(NAME_USED);
        }
        Map<MilestoneId, PlanLine> lines = new HashMap<>();
        int sum = 0;
        for (PlanLine line : set.milestones()) {
            if (lines.put(line.milestone(), line) != null) {
                return Refusal.because(MILESTONE_TWICE, "milestone", line.milestone());
            }
            if (line.finish().isBefore(line.start())) {
                return Refusal.because(FINISH_BEFORE_START);
            }
            sum += line.weight().hundredths();
        }
        if (sum != Percent.FULL.hundredths()) {
            return Refusal.because(WEIGHTS_NOT_100, "sum", percent(sum));
        }
        for (PlanLine line : set.milestones()) {
            for (MilestoneId before : line.predecessors()) {
                if (!lines.containsKey(before)) {
                    return Refusal.because(UNKNOWN_DEPENDENCY, "milestone", before);
                }
            }
        }
        return Refusal.when(cyclic(lines), DEPENDENCY_CYCLE).or(() -> cause(set.cause(), set.reason()));
    }

    private static Optional<Refusal> moved(RuleContext now, ForecastMoved moved) {
        Milestone milestone = now.project().plan().milestones().get(moved.milestone());
        if (milestone == null) {
            return Refusal.because(UNKNOWN_MILESTONE, "milestone", moved.milestone());
        }
        if (milestone.finished()) {
            return Refusal.because(MILESTONE_FINISHED);
        }
        if (moved.forecast().equals(now.due(milestone))) {
            return Refusal.because(FORECAST_UNCHANGED);
        }
        if (moved.history()) {
            return Refusal.when(now.who().role() != Role.OFFICE, IMPORT_IS_FOR_THE_OFFICE)
                    .or(() -> overtaken(now, moved));
        }
        return moved.forecast().isBefore(now.today())
                ? Refusal.because(FORECAST_IN_PAST)
                : cause(moved.cause(), moved.note());
    }

    /** What was expected once is told in the order in which it was: what is known of a later day stays as it is. */
    private static Optional<Refusal> overtaken(RuleContext now, ForecastMoved moved) {
        if (moved.asOf() == null) {
            return Refusal.none();
        }
        if (moved.asOf().isAfter(now.today())) {
            return Refusal.because(AS_OF_IN_FUTURE);
        }
        return now.project().plan().slips().stream()
                .filter(slip -> slip.milestone().equals(moved.milestone()))
                .map(slip -> slip.on(now.zone()))
                .filter(day -> day.isAfter(moved.asOf()))
                .findFirst()
                .flatMap(day -> Refusal.because(HISTORY_OVERTAKEN, "day", day));
    }

    /** In either language: every comparison names its baseline, and must name one. */
    private static boolean same(Name one, Name other) {
        return one.zh().equals(other.zh()) || one.en() != null && one.en().equals(other.en());
    }

    private static boolean cyclic(Map<MilestoneId, PlanLine> lines) {
        Set<MilestoneId> settled = new HashSet<>();
        boolean moving = true;
        while (moving) {
            moving = false;
            for (PlanLine line : lines.values()) {
                moving |= settled.containsAll(line.predecessors()) && settled.add(line.milestone());
            }
        }
        return settled.size() < lines.size();
    }

    static String percent(int hundredths) {
        return new BigDecimal(hundredths).movePointLeft(2).stripTrailingZeros().toPlainString();
    }
}
