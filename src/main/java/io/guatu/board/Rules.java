package io.guatu.board;

import static io.guatu.board.Lamp.Code.BEHIND;
import static io.guatu.board.Lamp.Code.DUE_SOON;
import static io.guatu.board.Lamp.Code.FORECAST_LATE;
import static io.guatu.board.Lamp.Code.MILESTONE_LATE;
import static io.guatu.board.Lamp.Colour.RED;
import static io.guatu.board.Lamp.Colour.YELLOW;

import io.guatu.domain.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies a rule set to a project that has begun, is not done and is not silent. Worst finding first. */
final class Rules {
    private final RuleSet set;
    private final LocalDate day;
    private final List<Finding> findings = new ArrayList<>();

    private Rules(RuleSet set, LocalDate day) {
        this.set = set;
        this.day = day;
    }

    static List<Finding> apply(RuleSet set, Project project, LocalDate day) {
        Rules rules = new Rules(set, day);
        for (Milestone milestone : project.milestones().values()) {
            if (!milestone.finished()) {
                rules.late(milestone);
                rules.dueSoon(milestone);
                rules.forecastLate(milestone);
            }
        }
        rules.behind(project);
        rules.findings.sort(Comparator.comparing(finding -> !finding.red()));
        return rules.findings;
    }

    private void late(Milestone milestone) {
        long days = ChronoUnit.DAYS.between(milestone.finish(), day);
        if (set.late() != null && days >= set.late().yellow()) {
            findings.add(new Finding(
                    days >= set.late().red() ? RED : YELLOW,
                    new Lamp.Reason(MILESTONE_LATE, milestone.id(), days, null, null),
                    new Lamp.Step(Lamp.Way.FINISH_OR_REPLAN, milestone.id(), null, null)));
        }
    }

    private void dueSoon(Milestone milestone) {
        RuleSet.DueSoon rule = set.dueSoon();
        long days = ChronoUnit.DAYS.between(day, milestone.finish());
        if (rule == null || days < 0 || days > rule.days()) {
            return;
        }
        BigDecimal left = Percent.FULL.value().subtract(milestone.done().value());
        if (left.compareTo(rule.remaining()) >= 0) {
            findings.add(new Finding(
                    YELLOW,
                    new Lamp.Reason(DUE_SOON, milestone.id(), days, left, null),
                    new Lamp.Step(Lamp.Way.FINISH_SOON, milestone.id(), null, left.subtract(rule.remaining()))));
        }
    }

    private void forecastLate(Milestone milestone) {
        if (set.forecastLate() == null || milestone.forecast() == null) {
            return;
        }
        long days = ChronoUnit.DAYS.between(milestone.finish(), milestone.forecast());
        if (days >= set.forecastLate().yellow()) {
            findings.add(new Finding(
                    days >= set.forecastLate().red() ? RED : YELLOW,
                    new Lamp.Reason(FORECAST_LATE, milestone.id(), days, null, null),
                    new Lamp.Step(
                            Lamp.Way.BRING_FORWARD,
                            milestone.id(),
                            days - set.forecastLate().yellow() + 1,
                            null)));
        }
    }

    private void behind(Project project) {
        RuleSet.Behind rule = set.behind();
        BigDecimal time = Schedule.time(project.milestones().values(), day);
        BigDecimal behind = time.subtract(Schedule.progress(project.milestones().values(), Milestone::done));
        if (rule == null || behind.signum() <= 0) {
            return;
        }
        boolean share = rule.measure() == RuleSet.Measure.SHARE;
        BigDecimal value = share ? behind.divide(time, 4, RoundingMode.HALF_UP) : behind;
        if (value.compareTo(rule.yellow()) >= 0) {
            BigDecimal allowed = share ? rule.yellow().multiply(time) : rule.yellow();
            BigDecimal toVerify = behind.subtract(allowed).max(BigDecimal.ZERO).setScale(1, RoundingMode.DOWN);
            findings.add(new Finding(
                    value.compareTo(rule.red()) >= 0 ? RED : YELLOW,
                    new Lamp.Reason(BEHIND, null, null, behind, null),
                    // Just reaching the threshold is still yellow: a tenth of a point more is green.
                    new Lamp.Step(Lamp.Way.VERIFY_POINTS, null, null, toVerify.add(new BigDecimal("0.1")))));
        }
    }
}
