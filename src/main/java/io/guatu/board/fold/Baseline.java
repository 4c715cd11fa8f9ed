package io.guatu.board.fold;

import io.guatu.domain.Cause;
import io.guatu.domain.Name;
import io.guatu.domain.PlanLine;
import java.time.Instant;
import java.util.List;

/**
 * A named, immutable promise: the whole plan of a project. The first has number 1 and no name, cause or approver; it is
 * complete once its weights sum to 100.
 */
public record Baseline(
        int number, Name name, Instant set, Cause cause, String reason, String approver, List<PlanLine> milestones) {
    public Baseline {
        milestones = List.copyOf(milestones);
    }
}
