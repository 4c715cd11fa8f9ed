package io.guatu.board;

import static io.guatu.board.Lamp.Colour.DONE;
import static io.guatu.board.Lamp.Colour.GREEN;
import static io.guatu.board.Lamp.Colour.GREY;
import static io.guatu.board.Lamp.Colour.RED;
import static io.guatu.board.Lamp.Colour.YELLOW;

import io.guatu.domain.Stage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * The truth table of the lamp. In this order: cancelled → outside; no plan or weights short of 100 → grey, never green;
 * everything verified → done; begins in the future → not started; silent beyond the cadence → grey whatever the last
 * colour; else the worst that the rule set finds, or green.
 */
final class Lighting {
    private Lighting() {}

    static Lamp light(Project project, LocalDate day, ZoneId zone, RuleSet rules) {
        List<Milestone> milestones = List.copyOf(project.milestones().values());
        if (project.opened().stage() == Stage.CANCELLED) {
            return grey(rules, Lamp.Reason.of(Lamp.Code.CANCELLED), null);
        }
        if (milestones.isEmpty()) {
            return grey(rules, Lamp.Reason.of(Lamp.Code.NO_PLAN), Lamp.Way.PLAN);
        }
        if (!Schedule.complete(milestones)) {
            return grey(
                    rules,
                    new Lamp.Reason(Lamp.Code.PLAN_INCOMPLETE, null, null, Schedule.missing(milestones), null),
                    Lamp.Way.COMPLETE_PLAN);
        }
        if (milestones.stream().allMatch(Milestone::finished)) {
            LocalDate last = milestones.stream()
                    .map(Milestone::actual)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            Lamp.Reason verified = new Lamp.Reason(Lamp.Code.ALL_VERIFIED, null, null, null, last);
            return new Lamp(DONE, rules.id(), List.of(verified), List.of());
        }
        LocalDate start = milestones.stream()
                .map(Milestone::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        if (start.isAfter(day)) {
            long days = ChronoUnit.DAYS.between(day, start);
            return grey(rules, new Lamp.Reason(Lamp.Code.NOT_STARTED, null, days, null, start), null);
        }
        long silent = ChronoUnit.DAYS.between(dueBy(project, zone), day);
        if (silent > 0) {
            return grey(rules, new Lamp.Reason(Lamp.Code.SILENT, null, silent, null, null), Lamp.Way.REPORT);
        }
        return found(rules, Rules.apply(rules, project, day));
    }

    /** The last day on which the project may stay silent without going grey. */
    static LocalDate dueBy(Project project, ZoneId zone) {
        return LocalDate.ofInstant(project.heard(), zone).plusDays(project.cadence());
    }

    private static Lamp found(RuleSet rules, List<Finding> findings) {
        Lamp.Colour colour = findings.isEmpty() ? GREEN : findings.get(0).red() ? RED : YELLOW;
        return new Lamp(
                colour,
                rules.id(),
                findings.stream().map(Finding::reason).toList(),
                findings.stream().map(Finding::way).toList());
    }

    private static Lamp grey(RuleSet rules, Lamp.Reason reason, Lamp.Way way) {
        List<Lamp.Step> steps = way == null ? List.of() : List.of(new Lamp.Step(way, null, null, null));
        return new Lamp(GREY, rules.id(), List.of(reason), steps);
    }
}
