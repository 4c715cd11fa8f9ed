package io.guatu.domain;

import java.math.BigDecimal;

/**
 * An amount of not less than 0, kept in whole yuan and spoken of in 万元 (10,000 CNY).
 *
 * @param yuan not negative; how much one entry may say is for the rules, so that what is in the ledger is always read
 */
public record Money(long yuan) {
    public Money {
        if (yuan < 0) {
            throw new IllegalArgumentException("an amount must not be less than 0");
        }
    }

    /** @throws TooManyDecimals when the 万元 have more than four */
    public static Money of(BigDecimal wan) {
        return new Money(TooManyDecimals.units(wan, 4));
    }

    /** In 万元. */
    public BigDecimal value() {
        BigDecimal wan = BigDecimal.valueOf(yuan, 4).stripTrailingZeros();
        return wan.scale() < 0 ? wan.setScale(0) : wan;
    }

    /** Never throws: a sum that is beyond counting stays at the largest amount there is. */
    public Money plus(Money other) {
        long sum = yuan + other.yuan;
        return new Money(sum < 0 ? Long.MAX_VALUE : sum);
    }
}
