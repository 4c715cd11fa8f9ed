package io.guatu.board;

import io.guatu.board.figures.Programme;
import io.guatu.board.figures.Schedule;
import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Project;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.Weighting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What projects add up to. One project's tally can be added and taken away, so that a change of one of a thousand
 * projects costs as much as a change of one of ten. What is 0 is left out of its maps, so that equal sums are equal;
 * whether anybody entered what is summed, a count says.
 */
public record Tally(Map<Count, Long> counts, Map<Sum, BigDecimal> sums, Waits waits) {
    static final Tally NONE = new Tally(Map.of(), Map.of(), Waits.NONE);

    enum Count {
        DONE,
        GREEN,
        YELLOW,
        RED,
        GREY,
        NOT_STARTED,
        SUSPENDED,
        CANCELLED,
        WEIGHED,
        LEFT_OUT,
        WAITING,
        DUE_IN_30,
        PENDING_REPORTS,
        BLOCKERS_TOLD,
        BLOCKERS,
        BLOCKER_DAYS,
        HAZARDS_TOLD,
        HAZARDS,
        HAZARDS_OVERDUE,
        DIRECTIVES_TOLD,
        DIRECTIVES,
        DIRECTIVES_OVERDUE,
        INVESTED
    }

    enum Sum {
        WEIGHT,
        VERIFIED,
        SAID,
        TIME,
        PLANNED,
        COMPLETED
    }

    private static final int SOON = 30;

    /** Progress is summed exactly: a mean of what was rounded before would be rounded twice. */
    static Tally of(Project project, Card card, LocalDate day, ZoneId zone, Weighting weighting) {
        Map<Count, Long> counts = new EnumMap<>(Count.class);
        Map<Sum, BigDecimal> sums = new EnumMap<>(Sum.class);
        Lamp lamp = card.lamp();
        counts.put(kind(lamp), 1L);
        if (!lamp.outside() && card.progress() != null) {
            boolean waiting = card.progress().pending() != null;
            weigh(Programme.weight(project, weighting), new Schedule(project, day, zone), waiting, counts, sums);
        }
        if (!lamp.outside()) {
            count(
                    counts,
                    Count.DUE_IN_30,
                    card.milestones().stream()
                            .filter(step -> step.actual() == null && soon(step, day))
                            .count());
        }
        count(counts, Count.PENDING_REPORTS, card.pending().size());
        told(counts, Count.BLOCKERS_TOLD, project.blockers().all().size());
        told(counts, Count.HAZARDS_TOLD, project.hazards().all().size());
        told(counts, Count.DIRECTIVES_TOLD, project.directives().all().size());
        if (card.blockers() != null) {
            count(counts, Count.BLOCKERS, card.blockers().size());
            count(
                    counts,
                    Count.BLOCKER_DAYS,
                    card.blockers().stream().mapToLong(BlockerView::cost).sum());
        }
        if (card.safety() != null) {
            count(counts, Count.HAZARDS, card.safety().found() - card.safety().closed());
            count(counts, Count.HAZARDS_OVERDUE, card.safety().overdue());
        }
        if (card.directives() != null) {
            count(counts, Count.DIRECTIVES, card.directives().size());
            count(
                    counts,
                    Count.DIRECTIVES_OVERDUE,
                    card.directives().stream()
                            .filter(order -> order.past() != null)
                            .count());
        }
        InvestmentView money = card.investment();
        if (!lamp.has(Lamp.Code.CANCELLED) && money != null && money.planned() != null && money.completed() != null) {
            count(counts, Count.INVESTED, 1);
            sum(sums, Sum.PLANNED, money.planned().value());
            sum(sums, Sum.COMPLETED, money.completed().value());
        }
        return new Tally(counts, sums, Waits.of(Wait.of(card)));
    }

    Tally plus(Tally other) {
        return combined(other, 1);
    }

    Tally minus(Tally other) {
        return combined(other, -1);
    }

    BigDecimal get(Sum sum) {
        return sums.getOrDefault(sum, BigDecimal.ZERO);
    }

    long get(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    private Tally combined(Tally other, int sign) {
        Map<Count, Long> allCounts = new EnumMap<>(Count.class);
        allCounts.putAll(counts);
        other.counts.forEach((count, value) -> allCounts.merge(count, sign * value, Tally::nonZero));
        Map<Sum, BigDecimal> allSums = new EnumMap<>(Sum.class);
        allSums.putAll(sums);
        other.sums.forEach(
                (sum, value) -> allSums.merge(sum, sign < 0 ? value.negate() : value, (a, b) -> nonZero(a.add(b))));
        return new Tally(allCounts, allSums, waits.combined(other.waits, sign));
    }

    private static Long nonZero(Long a, Long b) {
        return a + b == 0 ? null : Long.valueOf(a + b);
    }

    private static BigDecimal nonZero(BigDecimal sum) {
        return sum.signum() == 0 ? null : sum.stripTrailingZeros();
    }

    private static void weigh(
            Optional<BigDecimal> weight,
            Schedule schedule,
            boolean waiting,
            Map<Count, Long> counts,
            Map<Sum, BigDecimal> sums) {
        if (weight.isEmpty()) {
            counts.put(Count.LEFT_OUT, 1L);
            return;
        }
        counts.put(Count.WEIGHED, 1L);
        count(counts, Count.WAITING, waiting ? 1 : 0);
        sum(sums, Sum.WEIGHT, weight.get());
        sum(sums, Sum.VERIFIED, schedule.exactProgress(Milestone::done).multiply(weight.get()));
        sum(sums, Sum.SAID, schedule.exactProgress(Milestone::said).multiply(weight.get()));
        sum(sums, Sum.TIME, schedule.exactTime().multiply(weight.get()));
    }

    private static void told(Map<Count, Long> counts, Count count, int all) {
        count(counts, count, all == 0 ? 0 : 1);
    }

    private static void sum(Map<Sum, BigDecimal> sums, Sum sum, BigDecimal value) {
        if (value.signum() != 0) {
            sums.put(sum, value.stripTrailingZeros());
        }
    }

    private static void count(Map<Count, Long> counts, Count count, long value) {
        if (value != 0) {
            counts.put(count, value);
        }
    }

    /** What the project is counted as: one of the lamps, or outside them. */
    private static Count kind(Lamp lamp) {
        if (lamp.outside() && lamp.colour() == Lamp.Colour.GREY) {
            return lamp.has(Lamp.Code.NOT_STARTED)
                    ? Count.NOT_STARTED
                    : lamp.has(Lamp.Code.SUSPENDED) ? Count.SUSPENDED : Count.CANCELLED;
        }
        return Count.valueOf(lamp.colour().name());
    }

    private static boolean soon(MilestoneView step, LocalDate day) {
        LocalDate due = step.forecast() == null ? step.baseline().finish() : step.forecast();
        return !due.isBefore(day) && !due.isAfter(day.plusDays(SOON));
    }
}
