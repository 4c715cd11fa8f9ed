package io.guatu.board.fold;

import io.guatu.domain.Percent;
import io.guatu.domain.Quantity;
import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A milestone that is counted: how much of it there is to do, in which unit, and how much of it was done.
 *
 * @param done by the newest verified report; null: there is none since it is counted
 * @param before what was done when the counting began; null: something, and nobody said how much
 * @param months how much was done by the newest day of a month that was told of
 */
public record Measure(
        Quantity total, String unit, Quantity done, Quantity before, NavigableMap<YearMonth, Quantity> months) {
    public Measure {
        months = Collections.unmodifiableNavigableMap(months);
    }

    static Measure of(Quantity total, String unit, Quantity before) {
        return new Measure(total, unit, null, before, new TreeMap<>());
    }

    /** What so much is in percent: done ÷ total, rounded down, and never more than all. */
    public Percent percent(Quantity much) {
        return much.thousandths() >= total.thousandths()
                ? Percent.FULL
                : new Percent(Math.toIntExact(
                        Math.multiplyExact(much.thousandths(), Percent.FULL.hundredths()) / total.thousandths()));
    }

    /** How much in that month alone; empty where nobody told of it, or not of what was before; what was taken back is nothing. */
    public Optional<Quantity> in(YearMonth month) {
        Quantity after = months.get(month);
        Quantity until = months.lowerEntry(month) == null
                ? before
                : months.lowerEntry(month).getValue();
        return after == null || until == null
                ? Optional.empty()
                : Optional.of(new Quantity(Math.max(0, after.thousandths() - until.thousandths())));
    }

    Measure of(Quantity all) {
        return new Measure(all, unit, done, before, months);
    }

    Measure done(Quantity now, YearMonth month) {
        NavigableMap<YearMonth, Quantity> told = new TreeMap<>(months);
        told.put(month, now);
        return new Measure(total, unit, now, before, told);
    }
}
