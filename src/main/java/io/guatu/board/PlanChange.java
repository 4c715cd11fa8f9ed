package io.guatu.board;

import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Plan;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.Percent;
import io.guatu.domain.Weight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is different in one milestone, as it was promised and as it is verified; null where nothing is. One that was added
 * has no {@code from}, one that the new baseline left out no {@code to}.
 */
public record PlanChange(
        MilestoneId milestone,
        Name name,
        Difference<Weight> weight,
        Difference<LocalDate> start,
        Difference<LocalDate> finish,
        Difference<Percent> percent) {

    /** The day on which the milestone ended, or is expected to: how it moved. */
    public record Moved(MilestoneId milestone, Name name, LocalDate from, LocalDate to) {
        static List<Moved> between(Plan before, Plan after) {
            List<Moved> moved = new ArrayList<>();
            for (Milestone now : after.milestones().values()) {
                Milestone then = before.milestones().get(now.id());
                if (then != null && !then.end().equals(now.end())) {
                    moved.add(new Moved(now.id(), now.name(), then.end(), now.end()));
                }
            }
            return moved.isEmpty() ? null : moved;
        }
    }

    /** The number of the baseline, null when it is the same one. */
    static Difference<Integer> baseline(Plan before, Plan after) {
        return Difference.of(before.baselines().size(), after.baselines().size());
    }

    static List<PlanChange> between(Plan before, Plan after) {
        Set<MilestoneId> ids = new LinkedHashSet<>(after.milestones().keySet());
        ids.addAll(before.milestones().keySet());
        List<PlanChange> changes = new ArrayList<>();
        for (MilestoneId id : ids) {
            Milestone then = before.milestones().get(id);
            Milestone now = after.milestones().get(id);
            PlanChange change = new PlanChange(
                    id,
                    (now == null ? then : now).name(),
                    Difference.of(then == null ? null : then.weight(), now == null ? null : now.weight()),
                    Difference.of(then == null ? null : then.start(), now == null ? null : now.start()),
                    Difference.of(then == null ? null : then.finish(), now == null ? null : now.finish()),
                    Difference.of(then == null ? null : then.verified(), now == null ? null : now.verified()));
            if (change.weight != null || change.start != null || change.finish != null || change.percent != null) {
                changes.add(change);
            }
        }
        return changes.isEmpty() ? null : changes;
    }
}
