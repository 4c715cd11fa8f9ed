package io.guatu.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A task as the file has it.
 *
 * @param place in the file's order, from 0
 * @param code by which people of that program call it; may be null
 * @param level of the outline, from 1
 * @param parent null at the top
 * @param children places of what it consists of, in order
 * @param milestone marked as one, or named with ◆
 * @param days null: it has none
 * @param baselines by number, those that it has
 * @param before what it waits for
 * @param odd null: an ordinary one; else why it becomes no milestone
 */
record Task(
        int place,
        String code,
        String name,
        int level,
        Integer parent,
        List<Integer> children,
        boolean milestone,
        Days days,
        Map<Integer, Days> baselines,
        BigDecimal cost,
        Done done,
        List<Link> before,
        Left.Why odd) {
    /** What the file says was done: shown, and told by nobody. The days may be null. */
    public record Done(BigDecimal percent, LocalDate start, LocalDate finish) {}

    /** @param place of the task before. @param finishToStart else another relation. @param lag whether it starts later or earlier than then */
    record Link(int place, boolean finishToStart, boolean lag) {}

    /** One task is one place: tasks are looked up by the thousand. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return place;
    }

    boolean leaf() {
        return children.isEmpty();
    }

    /** A milestone has no extent: one that goes on for days is a task that somebody marked. */
    boolean point() {
        return leaf() && milestone && (days == null || days.start().equals(days.finish()));
    }
}
