package io.guatu.sheet;

import io.guatu.board.figures.Schedule;
import io.guatu.board.fold.Milestone;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Quantity;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A milestone as the board knows it.
 *
 * @param dues the days that are said of it: the plan's, the forecast's, and as suspensions have moved that
 * @param actual null while it is not finished
 * @param asOf of what is verified; null: nothing is
 * @param total how much there is to do where that is counted; else null
 */
public record KnownStep(
        MilestoneId id,
        String name,
        LocalDate due,
        Set<LocalDate> dues,
        LocalDate actual,
        LocalDate asOf,
        Quantity total) {
    static KnownStep of(Milestone milestone, Schedule schedule) {
        LocalDate due = schedule.due(milestone);
        return new KnownStep(
                milestone.id(),
                milestone.name().zh(),
                due,
                Stream.of(milestone.finish(), milestone.due(), due).collect(Collectors.toSet()),
                milestone.actual(),
                milestone.asOf(),
                milestone.measure() == null ? null : milestone.measure().total());
    }
}
