package io.guatu.board;

import io.guatu.board.lamp.Lamp;
import io.guatu.domain.Weighting;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The programme as a whole. Progress is the mean over the projects that have begun and have a plan, weighed as
 * {@code weighting} says; not-started, suspended and cancelled projects are counted in no lamp and no mean; the lamps
 * and these three add up to {@code projects}. A project that has not begun and is red all the same is counted as red.
 *
 * @param lamps how many projects per colour, every colour present
 * @param counted projects in the mean
 * @param leftOut projects that would be in the mean, but nobody entered what they are weighed by
 * @param dueIn30 unfinished milestones due (forecast, else baseline) within 30 days from today, late ones not included
 * @param pendingReports reports that wait for a verdict
 * @param blockers open ones, and {@code blockerDays} the days of slips that were charged to them; null where no project ever
 *     had one, and so with hazards and directives
 * @param hazards open ones, {@code hazardsOverdue} those past their deadline
 * @param directives open ones, {@code directivesOverdue} those past their deadline
 * @param investment null where no project entered both a plan for the year and a month of it; cancelled ones do not count
 */
public record Totals(
        int projects,
        Map<Lamp.Colour, Long> lamps,
        long notStarted,
        long suspended,
        long cancelled,
        Card.Progress progress,
        Weighting weighting,
        long counted,
        long leftOut,
        long dueIn30,
        long pendingReports,
        Long blockers,
        Long blockerDays,
        Long hazards,
        Long hazardsOverdue,
        Long directives,
        Long directivesOverdue,
        Money investment) {

    /** In 万元, of the {@code projects} that entered both; {@code rate} in percent. */
    public record Money(long projects, BigDecimal planned, BigDecimal completed, BigDecimal rate) {}
}
