package io.guatu.board;

import io.guatu.domain.Percent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.Function;

/**
 * Schedule arithmetic. Time progress (序时进度) of a milestone is linear between its planned start (0 %) and finish
 * (100 %); that of a project is the sum of weight × time progress. Percentages carry one decimal; what is achieved is
 * rounded down, so that nothing reads as 100 before it is.
 */
final class Schedule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int WHOLE = 10_000;

    private Schedule() {}

    /** Whether the weights sum to exactly 100: only then does a project have a progress. */
    static boolean complete(Collection<Milestone> milestones) {
        return weight(milestones) == WHOLE;
    }

    /** The percent of weight that is still missing. */
    static BigDecimal missing(Collection<Milestone> milestones) {
        return BigDecimal.valueOf(WHOLE - weight(milestones), 2).stripTrailingZeros();
    }

    private static int weight(Collection<Milestone> milestones) {
        return milestones.stream().mapToInt(m -> m.weight().hundredths()).sum();
    }

    /** Sum of weight × percent, 0–100. */
    static BigDecimal progress(Collection<Milestone> milestones, Function<Milestone, Percent> percent) {
        long sum = 0;
        for (Milestone milestone : milestones) {
            sum += (long) milestone.weight().hundredths()
                    * percent.apply(milestone).hundredths();
        }
        return BigDecimal.valueOf(sum, 6).setScale(1, RoundingMode.DOWN);
    }

    /** The percentage that the baseline says should be done at the given day, 0–100. */
    static BigDecimal time(Collection<Milestone> milestones, LocalDate day) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Milestone milestone : milestones) {
            sum = sum.add(exactTime(milestone, day)
                    .multiply(BigDecimal.valueOf(milestone.weight().hundredths(), 4)));
        }
        return sum.setScale(1, RoundingMode.HALF_UP);
    }

    static BigDecimal time(Milestone milestone, LocalDate day) {
        return exactTime(milestone, day).setScale(1, RoundingMode.HALF_UP);
    }

    private static BigDecimal exactTime(Milestone milestone, LocalDate day) {
        if (!day.isBefore(milestone.finish())) {
            return HUNDRED;
        }
        long gone = ChronoUnit.DAYS.between(milestone.start(), day);
        if (gone <= 0) {
            return BigDecimal.ZERO;
        }
        long planned = ChronoUnit.DAYS.between(milestone.start(), milestone.finish());
        return BigDecimal.valueOf(gone * 100).divide(BigDecimal.valueOf(planned), 8, RoundingMode.HALF_UP);
    }
}
