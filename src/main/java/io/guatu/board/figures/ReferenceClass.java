package io.guatu.board.figures;

import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Plan;
import io.guatu.board.fold.Project;
import io.guatu.domain.PlanLine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How it went with others of its kind (Kahneman's outside view, Flyvbjerg's reference class): of the milestones that are finished,
 * in projects of the same sector where there are enough of them, how many calendar days after the day that was promised first
 * they were; half of them at most {@code half}, eight in ten at most {@code most}. Early is negative. It says how it went, and promises nothing.
 *
 * @param sector null: of all sectors
 */
public record ReferenceClass(String sector, int milestones, long half, long most) {
    /** Of fewer nothing is said. */
    private static final int FEWEST = 5;

    /** Empty where too few are finished. */
    public static Optional<ReferenceClass> of(Project project, Collection<Project> all) {
        String sector = project.profile().sector();
        List<Long> alike = late(all.stream()
                .filter(other -> other.profile().sector().equals(sector))
                .toList());
        return alike.size() >= FEWEST ? of(sector, alike) : of(null, late(all));
    }

    private static Optional<ReferenceClass> of(String sector, List<Long> late) {
        return late.size() < FEWEST
                ? Optional.empty()
                : Optional.of(new ReferenceClass(sector, late.size(), share(late, 50), share(late, 80)));
    }

    /** The least that is not less than so many in a hundred of them. */
    private static long share(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    private static List<Long> late(Collection<Project> projects) {
        return projects.stream()
                .map(Project::plan)
                .flatMap(plan -> plan.milestones().values().stream()
                        .filter(Milestone::finished)
                        .map(milestone -> ChronoUnit.DAYS.between(promised(plan, milestone), milestone.actual())))
                .sorted()
                .toList();
    }

    /** The day that the first of its baselines promised. */
    private static LocalDate promised(Plan plan, Milestone milestone) {
        return plan.baselines().stream()
                .flatMap(baseline -> baseline.milestones().stream())
                .filter(line -> line.milestone().equals(milestone.id()))
                .findFirst()
                .map(PlanLine::finish)
                .orElse(milestone.finish());
    }
}
