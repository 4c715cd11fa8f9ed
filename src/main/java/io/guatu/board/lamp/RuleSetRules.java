package io.guatu.board.lamp;

import static io.guatu.board.lamp.Lamp.Code.BEHIND;
import static io.guatu.board.lamp.Lamp.Code.BLOCKER_OPEN;
import static io.guatu.board.lamp.Lamp.Code.BLOCKER_PROMISE_BROKEN;
import static io.guatu.board.lamp.Lamp.Code.DUE_SOON;
import static io.guatu.board.lamp.Lamp.Code.FORECAST_LATE;
import static io.guatu.board.lamp.Lamp.Code.MILESTONE_LATE;
import static io.guatu.board.lamp.Lamp.Colour.RED;
import static io.guatu.board.lamp.Lamp.Colour.YELLOW;

import io.guatu.board.figures.Deadlines;
import io.guatu.board.figures.Schedule;
import io.guatu.board.fold.Blocker;
import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Project;
import io.guatu.domain.Percent;
import io.guatu.domain.RuleSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Applies a rule set to a project that has begun, is not done and is not silent. Worst finding first. */
final class RuleSetRules {
    private final RuleSet set;
    private final Schedule schedule;
    private final Deadlines deadlines;
    private final List<Finding> findings = new ArrayList<>();

    private RuleSetRules(RuleSet set, Schedule schedule, Deadlines deadlines) {
        this.set = set;
        this.schedule = schedule;
        this.deadlines = deadlines;
    }

    static List<Finding> apply(RuleSet set, Project project, Schedule schedule, Deadlines deadlines) {
        RuleSetRules rules = new RuleSetRules(set, schedule, deadlines);
        for (Milestone milestone : project.plan().milestones().values()) {
            if (!milestone.finished()) {
                rules.late(milestone);
                rules.dueSoon(milestone);
                rules.forecastLate(milestone);
            }
        }
        for (Blocker blocker : project.blockers().open()) {
            rules.promiseBroken(blocker);
            rules.open(blocker);
        }
        rules.behind();
        rules.findings.sort(Comparator.comparing(finding -> !finding.red()));
        return rules.findings;
    }

    private void late(Milestone milestone) {
        long days = schedule.late(milestone);
        if (reached(set.late(), days)) {
            find(
                    set.late(),
                    days,
                    Lamp.Reason.of(MILESTONE_LATE, milestone.id(), days),
                    Lamp.Step.of(Lamp.Way.FINISH_OR_REPLAN, milestone.id(), null, null));
        }
    }

    /** What began today or has not begun yet has done nothing wrong: one of a single day is done on it, or late after it. */
    private void dueSoon(Milestone milestone) {
        RuleSet.DueSoon rule = set.dueSoon();
        long days = -schedule.late(milestone);
        if (rule == null || days < 0 || days > rule.days() || !schedule.running(milestone)) {
            return;
        }
        BigDecimal left = Percent.FULL.value().subtract(milestone.done().value());
        if (left.compareTo(rule.remaining()) >= 0) {
            findings.add(new Finding(
                    YELLOW,
                    new Lamp.Reason(DUE_SOON, milestone.id(), days, left, null, null, null),
                    Lamp.Step.of(Lamp.Way.FINISH_SOON, milestone.id(), null, beyond(left.subtract(rule.remaining())))));
        }
    }

    /**
     * A forecast that has passed foretells nothing: once the lateness itself weighs as much, that alone is said. Nobody is told to
     * bring it forward to a day that is past.
     */
    private void forecastLate(Milestone milestone) {
        long days = schedule.forecastLate(milestone);
        if (milestone.forecast() == null || !reached(set.forecastLate(), days)) {
            return;
        }
        long late = schedule.late(milestone);
        boolean past = schedule.left(milestone) < 0;
        if (past
                && reached(set.late(), late)
                && (late >= set.late().red() || days < set.forecastLate().red())) {
            return;
        }
        Lamp.Step way = past || late >= set.forecastLate().yellow()
                ? Lamp.Step.of(Lamp.Way.FINISH_OR_REPLAN, milestone.id(), null, null)
                : Lamp.Step.of(
                        Lamp.Way.BRING_FORWARD,
                        milestone.id(),
                        days - set.forecastLate().yellow() + 1,
                        null);
        find(set.forecastLate(), days, Lamp.Reason.of(FORECAST_LATE, milestone.id(), days), way);
    }

    private void open(Blocker blocker) {
        long days = deadlines.open(blocker);
        if (reached(set.blockerOpen(), days)) {
            find(set.blockerOpen(), days, reason(BLOCKER_OPEN, blocker, days), clear(blocker));
        }
    }

    private void promiseBroken(Blocker blocker) {
        long days = deadlines.past(blocker);
        if (days > 0 && reached(set.blockerPromise(), days)) {
            find(set.blockerPromise(), days, reason(BLOCKER_PROMISE_BROKEN, blocker, days), clear(blocker));
        }
    }

    /**
     * Exact values are judged; what is missing is shown rounded up. What has no length is never behind, only late, and
     * counts here only where the rule set does not ask how late it is.
     */
    private void behind() {
        RuleSet.Behind rule = set.behind();
        Predicate<Milestone> paced =
                milestone -> set.late() == null || milestone.finished() || !schedule.momentary(milestone);
        BigDecimal time = schedule.exactTime(paced);
        BigDecimal done = schedule.exactProgress(milestone -> paced.test(milestone) ? milestone.done() : Percent.ZERO);
        BigDecimal behind = time.subtract(done);
        if (rule == null || behind.signum() <= 0) {
            return;
        }
        BigDecimal of = rule.measure() == RuleSet.Measure.SHARE ? time : BigDecimal.ONE;
        BigDecimal yellow = rule.yellow().multiply(of);
        if (reached(behind, yellow, rule.yellowAbove())) {
            findings.add(new Finding(
                    reached(behind, rule.red().multiply(of), rule.redAbove()) ? RED : YELLOW,
                    Lamp.Reason.of(BEHIND, behind.setScale(1, RoundingMode.UP)),
                    Lamp.Step.of(Lamp.Way.VERIFY_POINTS, null, null, beyond(behind.subtract(yellow)))));
        }
    }

    /** Just reaching a threshold is not enough: the next tenth of a point is. */
    private static BigDecimal beyond(BigDecimal points) {
        return points.setScale(1, RoundingMode.DOWN).add(new BigDecimal("0.1"));
    }

    private static boolean reached(BigDecimal value, BigDecimal threshold, Boolean above) {
        int compared = value.compareTo(threshold);
        return compared > 0 || compared == 0 && !Boolean.TRUE.equals(above);
    }

    private void find(RuleSet.Days rule, long days, Lamp.Reason reason, Lamp.Step way) {
        findings.add(new Finding(days >= rule.red() ? RED : YELLOW, reason, way));
    }

    private static boolean reached(RuleSet.Days rule, long days) {
        return rule != null && days >= rule.yellow();
    }

    private static Lamp.Reason reason(Lamp.Code code, Blocker blocker, long days) {
        return Lamp.Reason.of(code, blocker.factor(), days, blocker.seq());
    }

    private static Lamp.Step clear(Blocker blocker) {
        return Lamp.Step.of(Lamp.Way.CLEAR_BLOCKER, blocker.factor(), blocker.seq());
    }
}
