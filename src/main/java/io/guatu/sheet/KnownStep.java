package io.guatu.sheet;

import io.guatu.board.figures.Schedule;
import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Slip;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Quantity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A milestone as the board knows it.
 *
 * @param due as everybody sees it now; {@code planned} is the baseline's
 * @param dues the days that are said of it: the plan's, the forecast's, and as suspensions have moved that
 * @param actual null while it is not finished
 * @param asOf of what is verified; null: nothing is
 * @param moves what is known of its past: the days to which it moved, and on which; oldest told first
 * @param total how much there is to do where that is counted; else null
 */
public record KnownStep(
        MilestoneId id,
        String name,
        LocalDate due,
        LocalDate planned,
        Set<LocalDate> dues,
        LocalDate actual,
        LocalDate asOf,
        List<Move> moves,
        Quantity total) {
    /** @param on the day on which it was so */
    public record Move(LocalDate on, LocalDate to) {}

    static KnownStep of(Milestone milestone, List<Slip> slips, Schedule schedule, ZoneId zone) {
        LocalDate due = schedule.due(milestone);
        return new KnownStep(
                milestone.id(),
                milestone.name().zh(),
                due,
                milestone.finish(),
                Stream.of(milestone.finish(), milestone.due(), due).collect(Collectors.toSet()),
                milestone.actual(),
                milestone.asOf(),
                slips.stream()
                        .filter(slip -> slip.milestone().equals(milestone.id()))
                        .map(slip -> new Move(slip.on(zone), slip.to()))
                        .toList(),
                milestone.measure() == null ? null : milestone.measure().total());
    }
}
