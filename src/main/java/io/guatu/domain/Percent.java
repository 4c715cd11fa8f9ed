package io.guatu.domain;

import java.math.BigDecimal;

/**
 * 0–100, kept in hundredths so that sums are exact.
 *
 * @param hundredths 0–10,000
 */
public record Percent(int hundredths) implements Comparable<Percent> {
    public static final Percent ZERO = new Percent(0);
    public static final Percent FULL = new Percent(10_000);

    public Percent {
        if (hundredths < 0 || hundredths > 10_000) {
            throw new IllegalArgumentException("percent must be 0–100: " + hundredths / 100.0);
        }
    }

    /** @throws TooManyDecimals when there are more than two */
    public static Percent of(BigDecimal value) {
        return new Percent(Math.toIntExact(TooManyDecimals.units(value, 2)));
    }

    public static Percent of(int whole) {
        return new Percent(Math.multiplyExact(whole, 100));
    }

    public BigDecimal value() {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
    }

    @Override
    public int compareTo(Percent other) {
        return Integer.compare(hundredths, other.hundredths);
    }
}
