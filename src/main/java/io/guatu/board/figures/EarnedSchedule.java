package io.guatu.board.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Earned schedule: ES is the time at which the baseline curve had the progress that is earned now,
 * {@code ES = C + (EV − PV_C) / (PV_C+1 − PV_C)} with C the last point of the curve whose value is not above EV;
 * {@code SV(t) = ES − AT}, {@code SPI(t) = ES / AT}, forecast duration {@code = PD / SPI(t)}. W. Lipke, "Schedule is
 * Different", The Measurable News, 2003; the same figures are in PMI's Standard for Earned Value Management (2019) and in
 * the OC4IDS guidance on schedule variation. The curve is linear between its points. Times are in the curve's own unit
 * (days on the board).
 *
 * @param es earned schedule, one decimal
 * @param at actual time, since the curve began
 * @param sv schedule variance in time, one decimal; negative is behind
 * @param spi schedule performance index in time, four decimals; below 1 is behind
 */
public record EarnedSchedule(BigDecimal es, BigDecimal at, BigDecimal sv, BigDecimal spi) {
    /** Enough that no figure changes in its last place. */
    private static final int EXACT = 12;

    /** A point of the baseline curve: at {@code time} since its beginning, {@code value} should be earned. */
    public record Point(BigDecimal time, BigDecimal value) {
        public static Point of(long time, long value) {
            return new Point(BigDecimal.valueOf(time), BigDecimal.valueOf(value));
        }
    }

    /**
     * @param curve the baseline, times and values never falling, from nothing earned to everything
     * @param earned EV, in the unit of the values
     * @param actual AT, in the unit of the times
     * @return empty where the data carries no figure: no curve, no time gone, or less earned than the curve begins with
     */
    public static Optional<EarnedSchedule> of(List<Point> curve, BigDecimal earned, BigDecimal actual) {
        if (curve.size() < 2
                || actual.signum() <= 0
                || earned.compareTo(curve.get(0).value()) < 0) {
            return Optional.empty();
        }
        BigDecimal es = earnedTime(curve, earned);
        return Optional.of(new EarnedSchedule(
                es.setScale(1, RoundingMode.HALF_UP),
                actual,
                es.subtract(actual).setScale(1, RoundingMode.HALF_UP),
                es.divide(actual, 4, RoundingMode.HALF_UP)));
    }

    /** The forecast duration, or empty while nothing is earned: a forecast from nothing would be an opinion. */
    public Optional<BigDecimal> forecast(BigDecimal plannedDuration) {
        return spi.signum() <= 0 ? Optional.empty() : Optional.of(plannedDuration.divide(spi, 1, RoundingMode.HALF_UP));
    }

    private static BigDecimal earnedTime(List<Point> curve, BigDecimal earned) {
        int c = 0;
        while (c + 1 < curve.size() && curve.get(c + 1).value().compareTo(earned) <= 0) {
            c++;
        }
        Point from = curve.get(c);
        if (c + 1 == curve.size()) {
            return firstAt(curve, from.value());
        }
        Point to = curve.get(c + 1);
        BigDecimal part =
                earned.subtract(from.value()).divide(to.value().subtract(from.value()), EXACT, RoundingMode.HALF_UP);
        return from.time().add(part.multiply(to.time().subtract(from.time())));
    }

    /** Everything is earned: the moment at which it should have been, however long the curve goes on after that. */
    private static BigDecimal firstAt(List<Point> curve, BigDecimal value) {
        return curve.stream()
                .filter(point -> point.value().compareTo(value) == 0)
                .findFirst()
                .orElseThrow()
                .time();
    }
}
