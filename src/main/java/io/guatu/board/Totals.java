package io.guatu.board;

import io.guatu.board.Tally.Count;
import io.guatu.board.Tally.Sum;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.Weighting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
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
 * @param waits what waits for whom
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
        Map<Wait.Party, Waits.OfParty> waits,
        Money investment) {

    /** In 万元, of the {@code projects} that entered both; {@code rate} in percent. */
    public record Money(long projects, BigDecimal planned, BigDecimal completed, BigDecimal rate) {}

    static Totals of(int projects, Weighting weighting, Tally tally) {
        Map<Lamp.Colour, Long> lamps = new EnumMap<>(Lamp.Colour.class);
        for (Lamp.Colour colour : Lamp.Colour.values()) {
            lamps.put(colour, tally.get(Count.valueOf(colour.name())));
        }
        return new Totals(
                projects,
                lamps,
                tally.get(Count.NOT_STARTED),
                tally.get(Count.SUSPENDED),
                tally.get(Count.CANCELLED),
                progress(tally),
                weighting,
                tally.get(Count.WEIGHED),
                tally.get(Count.LEFT_OUT),
                tally.get(Count.DUE_IN_30),
                tally.get(Count.PENDING_REPORTS),
                known(tally, Count.BLOCKERS, Count.BLOCKERS_TOLD),
                known(tally, Count.BLOCKER_DAYS, Count.BLOCKERS_TOLD),
                known(tally, Count.HAZARDS, Count.HAZARDS_TOLD),
                known(tally, Count.HAZARDS_OVERDUE, Count.HAZARDS_TOLD),
                known(tally, Count.DIRECTIVES, Count.DIRECTIVES_TOLD),
                known(tally, Count.DIRECTIVES_OVERDUE, Count.DIRECTIVES_TOLD),
                tally.waits().byParty(),
                money(tally));
    }

    private static Card.Progress progress(Tally tally) {
        return tally.get(Count.WEIGHED) == 0
                ? null
                : new Card.Progress(
                        mean(tally, Sum.VERIFIED),
                        tally.get(Count.WAITING) > 0 ? mean(tally, Sum.SAID) : null,
                        mean(tally, Sum.TIME));
    }

    private static Money money(Tally tally) {
        if (tally.get(Count.INVESTED) == 0) {
            return null;
        }
        BigDecimal planned = tally.get(Sum.PLANNED);
        BigDecimal completed = tally.get(Sum.COMPLETED);
        return new Money(tally.get(Count.INVESTED), planned, completed, InvestmentView.rate(planned, completed));
    }

    /** Rounded down, as a project's own figures are: the whole is not done before its last part is. */
    private static BigDecimal mean(Tally tally, Sum sum) {
        return tally.get(sum).divide(tally.get(Sum.WEIGHT), 1, RoundingMode.DOWN);
    }

    /** None open is a figure where there ever was one; where nobody tells of them it would only look like one. */
    private static Long known(Tally tally, Count count, Count told) {
        return tally.get(told) == 0 ? null : Long.valueOf(tally.get(count));
    }
}
