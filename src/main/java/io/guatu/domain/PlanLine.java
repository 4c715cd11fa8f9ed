package io.guatu.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * A milestone as it is promised: its share of the project and its days, inclusive, of the board's zone.
 *
 * @param after milestones that must be finished before this one starts; null: none
 */
public record PlanLine(
        MilestoneId milestone, Name name, Weight weight, LocalDate start, LocalDate finish, List<MilestoneId> after) {
    public PlanLine {
        after = after == null || after.isEmpty() ? null : List.copyOf(after);
    }

    /** What must be finished before it starts; may be empty. */
    public List<MilestoneId> predecessors() {
        return after == null ? List.of() : after;
    }
}
