package io.guatu.board.fold;

import io.guatu.domain.Composition;
import io.guatu.domain.Entry;
import io.guatu.domain.Funds;
import io.guatu.domain.InvestmentUpdate.InvestmentCompleted;
import io.guatu.domain.InvestmentUpdate.InvestmentDetailed;
import io.guatu.domain.InvestmentUpdate.InvestmentPlanned;
import io.guatu.domain.InvestmentUpdate.MonthPlanned;
import io.guatu.domain.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A project's investment as it was entered; {@code total} and {@code at} are null until something was.
 *
 * @param planned for a year
 * @param before what was completed before a year, where somebody said so
 * @param completed within a month; {@code parts} is what of it was said beside the amount
 * @param plans of months
 * @param fixedBefore what of it counts as investment in fixed assets
 * @param works what a year shall bring, in words
 * @param land what the land costs, of the total
 * @param details of completed months, as the statistics ask
 */
public record Investment(
        Money total,
        Map<Integer, Money> planned,
        Map<Integer, Money> before,
        Map<YearMonth, Money> completed,
        Map<YearMonth, Parts> parts,
        Map<YearMonth, MonthPlan> plans,
        Map<Integer, Money> fixedBefore,
        Map<Integer, String> works,
        Money land,
        Map<YearMonth, InvestmentDetailed> details,
        Instant at) {
    static final Investment NONE = new Investment(
            null, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), null, Map.of(), null);

    public Investment {
        planned = Collections.unmodifiableMap(planned);
        before = Collections.unmodifiableMap(before);
        completed = Collections.unmodifiableMap(completed);
        parts = Collections.unmodifiableMap(parts);
        plans = Collections.unmodifiableMap(plans);
        fixedBefore = Collections.unmodifiableMap(fixedBefore);
        works = Collections.unmodifiableMap(works);
        details = Collections.unmodifiableMap(details);
    }

    /** What a completed month was spent on, and what money came; either may be null. */
    public record Parts(Composition composition, Funds funds) {}

    /** What a month shall bring; either may be null. */
    public record MonthPlan(Money planned, String work) {}

    /** What was completed in the year, or empty when no month of it was entered. */
    public Optional<Money> completed(int year) {
        return completed(year, YearMonth.of(year, 12));
    }

    /** What was completed in the year up to the month and in it, or empty when none of those was entered. */
    public Optional<Money> completed(int year, YearMonth last) {
        return completed.entrySet().stream()
                .filter(month ->
                        month.getKey().getYear() == year && !month.getKey().isAfter(last))
                .map(Map.Entry::getValue)
                .reduce(Money::plus);
    }

    /**
     * What was completed before the year: as somebody said, else what the months before it come to; empty when neither was
     * entered.
     */
    public Optional<Money> before(int year) {
        Money told = before.get(year);
        if (told != null) {
            return Optional.of(told);
        }
        Optional<Money> months = completed(year - 1);
        boolean earlier = before.keySet().stream().anyMatch(known -> known < year)
                || completed.keySet().stream().anyMatch(month -> month.getYear() < year - 1);
        return earlier ? Optional.of(plus(before(year - 1), months)) : months;
    }

    /** What was completed since the project began, up to the month and in it, or empty when nothing was entered. */
    public Optional<Money> completedBy(YearMonth month) {
        Optional<Money> earlier = before(month.getYear());
        Optional<Money> year = completed(month.getYear(), month);
        return earlier.isEmpty() && year.isEmpty() ? Optional.empty() : Optional.of(plus(earlier, year));
    }

    /** What was completed in all, or empty when nothing was entered. */
    public Optional<Money> completedInAll() {
        int last = Math.max(
                completed.keySet().stream().mapToInt(YearMonth::getYear).max().orElse(0),
                before.keySet().stream().mapToInt(year -> year).max().orElse(0));
        return last == 0 ? Optional.empty() : completedBy(YearMonth.of(last, 12));
    }

    private static Money plus(Optional<Money> one, Optional<Money> other) {
        return one.orElse(new Money(0)).plus(other.orElse(new Money(0)));
    }

    /** What was said of the month; empty fields where nothing was. */
    public InvestmentDetailed detail(YearMonth month) {
        return details.getOrDefault(month, InvestmentDetailed.of(month));
    }

    Investment after(Entry entry) {
        if (entry.update() instanceof InvestmentPlanned plan) {
            return new Investment(
                    plan.total() == null ? total : plan.total(),
                    with(planned, plan.year(), plan.planned()),
                    with(before, plan.year(), plan.before()),
                    completed,
                    parts,
                    plans,
                    with(fixedBefore, plan.year(), plan.fixedBefore()),
                    with(works, plan.year(), plan.work()),
                    plan.land() == null ? land : plan.land(),
                    details,
                    entry.at());
        }
        if (entry.update() instanceof InvestmentCompleted done) {
            return new Investment(
                    total,
                    planned,
                    before,
                    with(completed, done.month(), done.completed()),
                    partsOf(done),
                    plans,
                    fixedBefore,
                    works,
                    land,
                    details,
                    entry.at());
        }
        if (entry.update() instanceof MonthPlanned month) {
            MonthPlan plan = new MonthPlan(month.planned(), month.work());
            return new Investment(
                    total,
                    planned,
                    before,
                    completed,
                    parts,
                    with(plans, month.month(), plan),
                    fixedBefore,
                    works,
                    land,
                    details,
                    entry.at());
        }
        if (entry.update() instanceof InvestmentDetailed told) {
            return new Investment(
                    total,
                    planned,
                    before,
                    completed,
                    parts,
                    plans,
                    fixedBefore,
                    works,
                    land,
                    with(details, told.month(), detail(told.month()).with(told)),
                    entry.at());
        }
        return this;
    }

    /** What was said of another amount of the month is no longer said of it. */
    private Map<YearMonth, Parts> partsOf(InvestmentCompleted done) {
        Map<YearMonth, Parts> next = new TreeMap<>(parts);
        if (done.composition() == null && done.funds() == null) {
            next.remove(done.month());
        } else {
            next.put(done.month(), new Parts(done.composition(), done.funds()));
        }
        return next;
    }

    private static <K extends Comparable<K>, V> Map<K, V> with(Map<K, V> known, K key, V value) {
        if (key == null || value == null) {
            return known;
        }
        Map<K, V> next = new TreeMap<>(known);
        next.put(key, value);
        return next;
    }
}
