package io.guatu.domain;

import java.util.Objects;
import java.util.stream.Stream;

/** What a completed investment was spent on, as the statistics divide it; a part that is null is not known. */
public record Composition(Money construction, Money installation, Money equipment, Money other) {
    /** Of the parts that are known. */
    public Money sum() {
        return parts().filter(Objects::nonNull).reduce(new Money(0), Money::plus);
    }

    /** Whether every part is known. */
    public boolean whole() {
        return parts().allMatch(Objects::nonNull);
    }

    private Stream<Money> parts() {
        return Stream.of(construction, installation, equipment, other);
    }
}
