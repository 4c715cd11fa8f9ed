package io.guatu.board.lamp;

import static io.guatu.board.lamp.Lamp.Colour.DONE;
import static io.guatu.board.lamp.Lamp.Colour.GREEN;
import static io.guatu.board.lamp.Lamp.Colour.GREY;
import static io.guatu.board.lamp.Lamp.Colour.RED;
import static io.guatu.board.lamp.Lamp.Colour.YELLOW;

import io.guatu.board.figures.Deadlines;
import io.guatu.board.figures.Schedule;
import io.guatu.board.fold.Directive;
import io.guatu.board.fold.Hazard;
import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Suspensions;
import io.guatu.domain.RuleSet;
import io.guatu.domain.Stage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The truth table of the lamp. In this order: an overdue rectification or directive → red, whatever the schedule or the stage
 * says and under every rule set; cancelled or suspended → grey, and outside every average, whatever the colour; an overdue rectification that
 * nobody re-checked → yellow at least, for a contractor's word alone turns nothing green; no plan or weights short of
 * 100 → grey, never green; everything verified → done; begins in the future → not started; silent beyond the cadence →
 * grey whatever the last colour; else the worst that the rule set finds, or green. Whoever does all that {@code toGreen}
 * names turns it green, or done.
 */
public final class LampDecision {
    private final Project project;
    private final LocalDate day;
    private final ZoneId zone;
    private final RuleSet rules;
    private final Deadlines deadlines;
    private final Schedule schedule;

    private LampDecision(
            Project project, LocalDate day, ZoneId zone, RuleSet rules, Schedule schedule, Deadlines deadlines) {
        this.project = project;
        this.day = day;
        this.zone = zone;
        this.rules = rules;
        this.deadlines = deadlines;
        this.schedule = schedule;
    }

    /** @param schedule the project's on that day, and its deadlines: whoever draws the card has them already */
    public static Lamp light(
            Project project, LocalDate day, ZoneId zone, RuleSet rules, Schedule schedule, Deadlines deadlines) {
        return new LampDecision(project, day, zone, rules, schedule, deadlines).light();
    }

    private Lamp light() {
        List<Finding> urgent = urgent();
        if (project.profile().stage() == Stage.CANCELLED) {
            return outside(Lamp.Reason.of(Lamp.Code.CANCELLED), urgent, ways(urgent));
        }
        Lamp lamp = scheduled();
        Suspensions.Pause pause = project.profile().pauses().now();
        return pause == null ? with(urgent, lamp) : suspended(pause, urgent, with(urgent, lamp));
    }

    /** Once it is resumed, what is in the way is in the way again; but resuming is a sign of life. */
    private Lamp suspended(Suspensions.Pause pause, List<Finding> urgent, Lamp lamp) {
        LocalDate since = LocalDate.ofInstant(pause.from(), zone);
        long days = ChronoUnit.DAYS.between(since, day);
        List<Lamp.Step> steps = new ArrayList<>(List.of(Lamp.Step.of(Lamp.Way.RESUME)));
        lamp.toGreen().stream().filter(step -> step.code() != Lamp.Way.REPORT).forEach(steps::add);
        return outside(Lamp.Reason.of(Lamp.Code.SUSPENDED, days, since), urgent, steps);
    }

    /** Whoever takes a project out of the averages takes no order and no danger out of sight: they do not wait. */
    private Lamp outside(Lamp.Reason why, List<Finding> urgent, List<Lamp.Step> steps) {
        boolean red = urgent.stream().anyMatch(Finding::red);
        List<Lamp.Reason> reasons = reasons(urgent);
        reasons.add(red ? reasons.size() : 0, why);
        return new Lamp(red ? RED : GREY, rules.id(), reasons, steps);
    }

    private static List<Lamp.Reason> reasons(List<Finding> urgent) {
        return new ArrayList<>(urgent.stream().map(Finding::reason).toList());
    }

    private static List<Lamp.Step> ways(List<Finding> urgent) {
        return new ArrayList<>(urgent.stream().map(Finding::way).toList());
    }

    private Lamp with(List<Finding> urgent, Lamp lamp) {
        if (urgent.isEmpty()) {
            return lamp;
        }
        boolean red = urgent.stream().anyMatch(Finding::red);
        boolean good = lamp.colour() == GREEN || lamp.colour() == DONE;
        List<Lamp.Reason> reasons = reasons(urgent);
        reasons.addAll(red || good ? reasons.size() : 0, lamp.reasons());
        List<Lamp.Step> steps = ways(urgent);
        steps.addAll(lamp.toGreen());
        return new Lamp(red ? RED : good ? YELLOW : lamp.colour(), rules.id(), reasons, steps);
    }

    private List<Finding> urgent() {
        List<Finding> findings = new ArrayList<>();
        for (Hazard hazard : deadlines.overdueHazards()) {
            findings.add(overdue(RED, Lamp.Code.RECTIFICATION_OVERDUE, Lamp.Way.RECTIFY, hazard));
        }
        for (Directive directive : deadlines.overdueDirectives()) {
            findings.add(new Finding(
                    RED,
                    Lamp.Reason.of(
                            Lamp.Code.DIRECTIVE_OVERDUE, null, deadlines.past(directive.deadline()), directive.seq()),
                    Lamp.Step.of(Lamp.Way.ANSWER_DIRECTIVE, null, directive.seq())));
        }
        for (Hazard hazard : deadlines.uncheckedHazards()) {
            findings.add(overdue(YELLOW, Lamp.Code.RECTIFICATION_UNCHECKED, Lamp.Way.RECHECK, hazard));
        }
        return findings;
    }

    private Finding overdue(Lamp.Colour colour, Lamp.Code code, Lamp.Way way, Hazard hazard) {
        long days = deadlines.past(hazard.deadline());
        return new Finding(
                colour, Lamp.Reason.of(code, null, days, hazard.seq()), Lamp.Step.of(way, null, hazard.seq()));
    }

    private Lamp scheduled() {
        if (project.plan().milestones().isEmpty()) {
            return grey(Lamp.Reason.of(Lamp.Code.NO_PLAN), Lamp.Way.PLAN);
        }
        if (!schedule.complete()) {
            return grey(Lamp.Reason.of(Lamp.Code.PLAN_INCOMPLETE, schedule.missing()), Lamp.Way.COMPLETE_PLAN);
        }
        if (schedule.finished()) {
            LocalDate last = project.plan().milestones().values().stream()
                    .map(Milestone::actual)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            Lamp.Reason verified = new Lamp.Reason(Lamp.Code.ALL_VERIFIED, null, null, null, last, null, null);
            return new Lamp(DONE, rules.id(), List.of(verified), List.of());
        }
        LocalDate start = schedule.start();
        boolean begun = project.plan().milestones().values().stream()
                .anyMatch(milestone -> milestone.done().hundredths() > 0);
        if (start.isAfter(day) && !begun) {
            return grey(Lamp.Reason.of(Lamp.Code.NOT_STARTED, ChronoUnit.DAYS.between(day, start), start), null);
        }
        List<Finding> findings = RuleSetRules.apply(rules, project, schedule, deadlines);
        List<Lamp.Step> steps =
                new ArrayList<>(findings.stream().map(Finding::way).toList());
        long silent = ChronoUnit.DAYS.between(deadlines.nextReport(), day);
        if (silent > 0) {
            steps.add(0, Lamp.Step.of(Lamp.Way.REPORT));
            return new Lamp(GREY, rules.id(), List.of(Lamp.Reason.of(Lamp.Code.SILENT, silent, null)), steps);
        }
        Lamp.Colour colour = findings.isEmpty() ? GREEN : findings.get(0).red() ? RED : YELLOW;
        return new Lamp(
                colour, rules.id(), findings.stream().map(Finding::reason).toList(), steps);
    }

    private Lamp grey(Lamp.Reason reason, Lamp.Way way) {
        List<Lamp.Step> steps = way == null ? List.of() : List.of(Lamp.Step.of(way));
        return new Lamp(GREY, rules.id(), List.of(reason), steps);
    }
}
