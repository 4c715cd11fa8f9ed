package io.guatu.schedule;

import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Plan;
import io.guatu.board.fold.Project;
import io.guatu.domain.PlanLine;
import java.util.List;

/**
 * The plan that a project has.
 *
 * @param dropped milestones that a baseline left out: one that is named like it takes it up again
 * @param again whether it is promised: what is different then is a new baseline, which somebody approves
 * @param expected the position of the project at which this is so
 */
public record Present(List<PlanLine> lines, List<PlanLine> dropped, boolean again, long expected) {
    public Present {
        lines = List.copyOf(lines);
        dropped = List.copyOf(dropped);
    }

    public static Present of(Project project) {
        Plan plan = project.plan();
        return new Present(
                plan.milestones().values().stream().map(Milestone::baseline).toList(),
                plan.dropped().values().stream().map(Milestone::baseline).toList(),
                plan.baseline() != null && !plan.open(),
                project.projectSeq());
    }
}
