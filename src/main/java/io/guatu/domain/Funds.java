package io.guatu.domain;

import java.util.Objects;
import java.util.stream.Stream;

/** Where the money comes from that came in a month (资金到位); a part that is null is not known. */
public record Funds(Money budget, Money loans, Money bonds, Money foreign, Money own, Money other) {
    /** Of the parts that are known. */
    public Money sum() {
        return Stream.of(budget, loans, bonds, foreign, own, other)
                .filter(Objects::nonNull)
                .reduce(new Money(0), Money::plus);
    }
}
