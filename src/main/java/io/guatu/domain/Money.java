package io.guatu.domain;

import java.math.BigDecimal;

/**
 * An amount of not less than 0, kept in whole yuan and spoken of in 万元 (10,000 CNY).
 *
 * @param yuan 0 to 10^14
 */
public record Money(long yuan) {
    private static final long MOST = 100_000_000_000_000L;

    public Money {
        if (yuan < 0 || yuan > MOST) {
            throw new IllegalArgumentException("an amount must be 0 to 10,000,000,000 万元");
        }
    }

    /** @throws ArithmeticException when the 万元 have more than four decimals */
    public static Money of(BigDecimal wan) {
        return new Money(wan.movePointRight(4).longValueExact());
    }

    /** In 万元. */
    public BigDecimal value() {
        BigDecimal wan = BigDecimal.valueOf(yuan, 4).stripTrailingZeros();
        return wan.scale() < 0 ? wan.setScale(0) : wan;
    }

    public Money plus(Money other) {
        return new Money(yuan + other.yuan);
    }
}
