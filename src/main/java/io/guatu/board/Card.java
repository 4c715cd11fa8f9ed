package io.guatu.board;

import io.guatu.board.figures.Deadlines;
import io.guatu.board.figures.EarnedForecast;
import io.guatu.board.figures.KnockOnDelays;
import io.guatu.board.figures.Schedule;
import io.guatu.board.fold.Baseline;
import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Profile;
import io.guatu.board.fold.Project;
import io.guatu.board.fold.Report;
import io.guatu.board.fold.Slippage;
import io.guatu.board.lamp.Lamp;
import io.guatu.board.lamp.LampDecision;
import io.guatu.domain.BlockerUpdate.RelocationCounted;
import io.guatu.domain.Coordinates;
import io.guatu.domain.Landmark;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectKind;
import io.guatu.domain.Relocation;
import io.guatu.domain.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The whole visible state of one project on one day, as it travels. What is not known is null, and null is never sent; an
 * empty list is not sent either. {@code seq} is the newest entry that touched the project. Field names are fixed by the
 * contract. What grows without end (history, slips, photos, what was closed) is fetched, not here.
 */
public record Card(
        ProjectId id,
        long seq,
        long projectSeq,
        Name name,
        String sector,
        ProjectKind kind,
        Stage stage,
        Map<Landmark, LocalDate> landmarks,
        String owner,
        Name capacity,
        Lamp lamp,
        Progress progress,
        Forecast forecast,
        Freshness freshness,
        Next next,
        Baselined baseline,
        List<MilestoneView> milestones,
        List<Report> pending,
        Slippage slippage,
        List<BlockerView> blockers,
        Relocated relocation,
        Safety safety,
        List<DirectiveView> directives,
        InvestmentView investment,
        Coordinates site,
        List<Coordinates> course)
        implements ProjectCard {

    /** Percent, one decimal; {@code pending} is what it would be if every waiting report were verified. */
    public record Progress(BigDecimal verified, BigDecimal pending, BigDecimal time) {}

    /**
     * Earned schedule: days ahead (+) or behind (−), the index, and the last day of the work if what is left takes as long
     * as it was planned to.
     */
    public record Forecast(
            EarnedForecast.Method method, BigDecimal es, BigDecimal sv, BigDecimal spi, LocalDate finish) {}

    /**
     * How old what the card says is: {@code told} is the one age that is shown. {@code asOf} is of what was verified,
     * {@code reported} is when it arrived.
     *
     * @param told when somebody last said how it stands: a report, as old as the day it speaks of, or that nothing changed
     * @param confirmed when a report was last verified, or when somebody last said that nothing changed
     * @param dueBy the last day before the lamp goes grey
     * @param cadence in working days
     */
    public record Freshness(
            LocalDate asOf, Instant told, Instant reported, Instant confirmed, LocalDate dueBy, int cadence) {}

    /**
     * The unfinished milestone that is due first, by its forecast where it has one: days left until then, negative after.
     * {@code late} are the days past its planned finish, null before.
     */
    public record Next(MilestoneId milestone, LocalDate due, long days, Long late) {}

    /** Which baseline the card compares with. */
    public record Baselined(int number, Name name, Instant set) {}

    /** 征迁: how far the households and the mu are, null what was not counted. */
    public record Relocated(Relocation households, Relocation mu, LocalDate asOf) {}

    static Card of(Project project, LocalDate day, Terms terms) {
        Profile profile = project.profile();
        List<Milestone> milestones = List.copyOf(project.plan().milestones().values());
        Schedule schedule = new Schedule(project, day, terms.zone());
        Deadlines deadlines = new Deadlines(project, day, terms.zone(), terms.calendar());
        Map<MilestoneId, KnockOnDelays.Push> delays = KnockOnDelays.of(schedule);
        return new Card(
                project.id(),
                project.seq(),
                project.projectSeq(),
                profile.name(),
                profile.sector(),
                profile.kind(),
                profile.stage(),
                profile.landmarks().isEmpty() ? null : profile.landmarks(),
                profile.owner(),
                profile.capacity(),
                LampDecision.light(project, day, terms.zone(), terms.rules(), schedule, deadlines),
                progress(schedule, milestones),
                EarnedForecast.of(schedule)
                        .map(outlook -> new Forecast(
                                outlook.method(),
                                outlook.earned().shown(),
                                outlook.earned().sv(),
                                outlook.earned().spi(),
                                outlook.finish()))
                        .orElse(null),
                new Freshness(
                        milestones.stream()
                                .map(Milestone::asOf)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null),
                        project.lastHeard().told(terms.zone()),
                        project.lastHeard().reported(),
                        project.lastHeard().confirmed(terms.zone()),
                        deadlines.nextReport(),
                        profile.cadence()),
                next(schedule, milestones).orElse(null),
                baseline(project.plan().baseline()),
                milestones.stream()
                        .map(milestone -> MilestoneView.of(schedule, milestone, delays.get(milestone.id())))
                        .toList(),
                milestones.stream()
                        .flatMap(milestone -> milestone.pending().stream())
                        .toList(),
                project.plan().slippage(),
                orNull(BlockerView.open(project, deadlines)),
                relocation(project.blockers().relocation()),
                Safety.of(project, deadlines),
                orNull(DirectiveView.open(project, deadlines)),
                InvestmentView.of(project.investment(), day),
                profile.site(),
                orNull(profile.course()));
    }

    private static Progress progress(Schedule schedule, List<Milestone> milestones) {
        if (!schedule.complete()) {
            return null;
        }
        boolean waiting =
                milestones.stream().anyMatch(milestone -> !milestone.pending().isEmpty());
        return new Progress(
                schedule.progress(Milestone::done),
                waiting ? schedule.progress(Milestone::said) : null,
                schedule.time());
    }

    private static Optional<Next> next(Schedule schedule, List<Milestone> milestones) {
        return milestones.stream()
                .filter(milestone -> !milestone.finished())
                .min(Comparator.comparing(schedule::due))
                .map(first -> {
                    long late = schedule.late(first);
                    return new Next(first.id(), schedule.due(first), schedule.left(first), late > 0 ? late : null);
                });
    }

    private static Relocated relocation(RelocationCounted counted) {
        return counted == null ? null : new Relocated(counted.households(), counted.mu(), counted.asOf());
    }

    private static Baselined baseline(Baseline baseline) {
        return baseline == null ? null : new Baselined(baseline.number(), baseline.name(), baseline.set());
    }

    private static <T> List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
