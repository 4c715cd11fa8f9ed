package io.guatu.domain;

import java.math.BigDecimal;

/** How many households or mu are to be relocated, and how many of them signed, vacated, were cleared and handed over. */
public record Relocation(
        BigDecimal due, BigDecimal signed, BigDecimal vacated, BigDecimal cleared, BigDecimal handedOver) {
    /** Each step counts no more than the one before it. */
    public boolean ordered() {
        return handedOver.signum() >= 0
                && cleared.compareTo(handedOver) >= 0
                && vacated.compareTo(cleared) >= 0
                && signed.compareTo(vacated) >= 0
                && due.compareTo(signed) >= 0;
    }
}
