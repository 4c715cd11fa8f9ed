package io.guatu.board;

import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.Percent;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectKind;
import io.guatu.domain.Stage;
import io.guatu.domain.Weight;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The whole visible state of one project on one day, as it travels. What is not known is null, and null is never sent.
 * {@code seq} is the newest entry that touched the project. Field names are fixed by the contract.
 */
public record Card(
        ProjectId id,
        long seq,
        long projectSeq,
        Name name,
        String sector,
        ProjectKind kind,
        Stage stage,
        String owner,
        Name capacity,
        Lamp lamp,
        Progress progress,
        Freshness freshness,
        Next next,
        List<Step> milestones,
        List<Report> pending) {

    /** Percent, one decimal; {@code pending} is what it would be if every waiting report were verified. */
    public record Progress(BigDecimal verified, BigDecimal pending, BigDecimal time) {}

    /** As of, reported, last confirmed, and the last day before the lamp goes grey; {@code cadence} in days. */
    public record Freshness(LocalDate asOf, Instant reported, Instant confirmed, LocalDate dueBy, int cadence) {}

    /** The unfinished milestone that is due first; negative days are late. */
    public record Next(MilestoneId milestone, LocalDate due, long days) {}

    public record Step(
            MilestoneId id,
            Name name,
            Weight weight,
            Baseline baseline,
            LocalDate forecast,
            LocalDate actual,
            Said percent,
            BigDecimal time) {}

    public record Baseline(LocalDate start, LocalDate finish) {}

    public record Said(Percent verified, Percent pending) {}

    static Card of(Project project, LocalDate day, ZoneId zone, RuleSet rules) {
        List<Milestone> milestones = List.copyOf(project.milestones().values());
        return new Card(
                project.id(),
                project.seq(),
                project.projectSeq(),
                project.opened().name(),
                project.opened().sector(),
                project.opened().projectKind(),
                project.opened().stage(),
                project.opened().owner(),
                project.opened().capacity(),
                Lighting.light(project, day, zone, rules),
                progress(milestones, day),
                new Freshness(
                        milestones.stream()
                                .map(Milestone::asOf)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null),
                        project.reported(),
                        project.confirmed(),
                        Lighting.dueBy(project, zone),
                        project.cadence()),
                next(milestones, day).orElse(null),
                milestones.stream().map(milestone -> step(milestone, day)).toList(),
                milestones.stream()
                        .map(Milestone::pending)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** The card as the contractors of the project see it: without who reported what, which is the town's. */
    public Card forSite() {
        return new Card(
                id,
                seq,
                projectSeq,
                name,
                sector,
                kind,
                stage,
                owner,
                capacity,
                lamp,
                progress,
                freshness,
                next,
                milestones,
                null);
    }

    private static Progress progress(List<Milestone> milestones, LocalDate day) {
        if (!Schedule.complete(milestones)) {
            return null;
        }
        boolean waiting = milestones.stream().anyMatch(milestone -> milestone.pending() != null);
        return new Progress(
                Schedule.progress(milestones, Milestone::done),
                waiting ? Schedule.progress(milestones, Milestone::said) : null,
                Schedule.time(milestones, day));
    }

    private static Optional<Next> next(List<Milestone> milestones, LocalDate day) {
        return milestones.stream()
                .filter(milestone -> !milestone.finished())
                .min(Comparator.comparing(Milestone::due))
                .map(first -> new Next(first.id(), first.due(), ChronoUnit.DAYS.between(day, first.due())));
    }

    private static Step step(Milestone milestone, LocalDate day) {
        return new Step(
                milestone.id(),
                milestone.name(),
                milestone.weight(),
                new Baseline(milestone.start(), milestone.finish()),
                milestone.forecast(),
                milestone.actual(),
                new Said(
                        milestone.verified(),
                        milestone.pending() == null ? null : milestone.pending().percent()),
                Schedule.time(milestone, day));
    }
}
