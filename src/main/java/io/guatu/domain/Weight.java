package io.guatu.domain;

import java.math.BigDecimal;

/**
 * A milestone's share of its project, in percent, more than 0. The weights of a project sum to 100.
 *
 * @param hundredths 1–10,000
 */
public record Weight(int hundredths) {
    public Weight {
        if (hundredths < 1 || hundredths > 10_000) {
            throw new IllegalArgumentException("weight must be more than 0 and at most 100: " + hundredths / 100.0);
        }
    }

    /** @throws TooManyDecimals when there are more than two */
    public static Weight of(BigDecimal value) {
        return new Weight(Math.toIntExact(TooManyDecimals.units(value, 2)));
    }

    public static Weight of(int whole) {
        return new Weight(Math.multiplyExact(whole, 100));
    }

    public BigDecimal value() {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
    }
}
