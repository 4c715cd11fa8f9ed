package io.guatu.domain;

import java.math.BigDecimal;

/** A number has more decimals than its kind of value keeps: it is refused, not rounded. */
public final class TooManyDecimals extends ArithmeticException {
    private static final long serialVersionUID = 1;

    private final int most;

    private TooManyDecimals(int most) {
        super("more than " + most + " decimals");
        this.most = most;
    }

    /** How many there may be. */
    public int most() {
        return most;
    }

    /** The value in units of the last decimal that is kept. */
    static long units(BigDecimal value, int decimals) {
        BigDecimal units = value.movePointRight(decimals);
        if (units.stripTrailingZeros().scale() > 0) {
            throw new TooManyDecimals(decimals);
        }
        return units.longValueExact();
    }
}
