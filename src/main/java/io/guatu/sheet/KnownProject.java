package io.guatu.sheet;

import io.guatu.board.figures.Schedule;
import io.guatu.board.fold.Contracts;
import io.guatu.board.fold.Description;
import io.guatu.board.fold.Investment;
import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Permits;
import io.guatu.board.fold.Project;
import io.guatu.domain.Coordinates;
import io.guatu.domain.Landmark;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Stage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What a list is compared with: a project as the board knows it. What nobody said is null.
 *
 * @param expected its position
 * @param site WGS-84
 * @param span the days that its plan begins and ends with; null: none, or not asked
 * @param steps its milestones, where they are asked for
 */
public record KnownProject(
        ProjectId id,
        long expected,
        String name,
        boolean archived,
        String sector,
        Stage stage,
        String owner,
        LocalDate started,
        LocalDate finished,
        Description description,
        Permits permits,
        Investment investment,
        Contracts contracts,
        Coordinates site,
        Days span,
        List<KnownStep> steps) {
    /** Both inclusive. */
    public record Days(LocalDate begins, LocalDate ends) {}

    static KnownProject of(Project project) {
        return of(project, null, List.of());
    }

    /** With its plan as it is on a day. */
    static KnownProject of(Project project, LocalDate day, ZoneId zone) {
        Schedule schedule = new Schedule(project, day, zone);
        Collection<Milestone> plan = project.plan().milestones().values();
        Days span = plan.isEmpty()
                ? null
                : new Days(
                        plan.stream()
                                .map(Milestone::start)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        plan.stream()
                                .map(Milestone::finish)
                                .max(Comparator.naturalOrder())
                                .orElseThrow());
        return of(
                project,
                span,
                plan.stream()
                        .map(step -> KnownStep.of(step, project.plan().slips(), schedule, zone))
                        .toList());
    }

    private static KnownProject of(Project project, Days span, List<KnownStep> steps) {
        return new KnownProject(
                project.id(),
                project.projectSeq(),
                project.profile().name().zh(),
                project.profile().archived(),
                project.profile().sector(),
                project.profile().stage(),
                project.profile().owner(),
                project.profile().landmarks().get(Landmark.START),
                project.profile().landmarks().get(Landmark.COMPLETION),
                project.description(),
                project.permits(),
                project.investment(),
                project.contracts(),
                project.profile().site(),
                span,
                steps);
    }
}
