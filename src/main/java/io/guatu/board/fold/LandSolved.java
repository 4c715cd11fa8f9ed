package io.guatu.board.fold;

import io.guatu.domain.BlockerUpdate.RelocationCounted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** 解决土地: the mu that were handed over, as counted first and last in each year. */
public record LandSolved(Map<Integer, Counts> years) {
    static final LandSolved NONE = new LandSolved(Map.of());

    /** The first count of a year and the last; one count is both. */
    public record Counts(LocalDate from, BigDecimal first, LocalDate to, BigDecimal last) {
        private Counts with(LocalDate on, BigDecimal mu) {
            return new Counts(
                    on.isBefore(from) ? on : from,
                    on.isBefore(from) ? mu : first,
                    on.isBefore(to) ? to : on,
                    on.isBefore(to) ? last : mu);
        }
    }

    public LandSolved {
        years = Collections.unmodifiableMap(years);
    }

    /** Within the year, since the last count of an earlier one, else since its own first; empty when it was not counted. */
    public Optional<BigDecimal> in(int year) {
        return Optional.ofNullable(years.get(year)).map(counts -> {
            BigDecimal began = years.entrySet().stream()
                    .filter(earlier -> earlier.getKey() < year)
                    .reduce((one, later) -> later.getKey() > one.getKey() ? later : one)
                    .map(earlier -> earlier.getValue().last())
                    .orElse(counts.first());
            return counts.last().subtract(began);
        });
    }

    LandSolved after(RelocationCounted counted) {
        if (counted.mu() == null) {
            return this;
        }
        BigDecimal mu = counted.mu().handedOver();
        Map<Integer, Counts> next = new TreeMap<>(years);
        next.merge(
                counted.asOf().getYear(),
                new Counts(counted.asOf(), mu, counted.asOf(), mu),
                (known, late) -> known.with(counted.asOf(), mu));
        return new LandSolved(next);
    }
}
