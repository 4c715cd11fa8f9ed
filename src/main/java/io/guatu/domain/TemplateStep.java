package io.guatu.domain;

import java.util.List;

/**
 * A stage of a template: its weight, and which share of a project's time it takes, from {@code start} to {@code finish} in
 * percent of the days between the project's first and last.
 *
 * @param milestone what the milestone is called that becomes of it
 * @param after earlier steps that must be finished before this one starts; null: none
 */
public record TemplateStep(
        MilestoneId milestone, Name name, Weight weight, Percent start, Percent finish, List<MilestoneId> after) {
    public TemplateStep {
        after = after == null || after.isEmpty() ? null : List.copyOf(after);
    }

    /** What must be finished before it starts; may be empty. */
    public List<MilestoneId> predecessors() {
        return after == null ? List.of() : after;
    }
}
