package io.guatu.domain;

import java.math.BigDecimal;

/**
 * How much of something there is, in a unit that its context names (公里, m³, 户, 亩), kept in thousandths so that sums are exact.
 *
 * @param thousandths not negative
 */
public record Quantity(long thousandths) {
    public static final Quantity NONE = new Quantity(0);

    public Quantity {
        if (thousandths < 0) {
            throw new IllegalArgumentException("a quantity must not be less than 0");
        }
    }

    /** @throws TooManyDecimals when there are more than three */
    public static Quantity of(BigDecimal value) {
        return new Quantity(TooManyDecimals.units(value, 3));
    }

    public BigDecimal value() {
        BigDecimal value = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    public Quantity plus(Quantity other) {
        return new Quantity(thousandths + other.thousandths);
    }
}
