package io.guatu.board.fold;

import io.guatu.domain.Entry;
import io.guatu.domain.InvestmentUpdate.InvestmentCompleted;
import io.guatu.domain.InvestmentUpdate.InvestmentPlanned;
import io.guatu.domain.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A project's investment as it was entered; {@code total} and {@code at} are null until something was. */
public record Investment(Money total, Map<Integer, Money> planned, Map<YearMonth, Money> completed, Instant at) {
    static final Investment NONE = new Investment(null, Map.of(), Map.of(), null);

    public Investment {
        planned = Collections.unmodifiableMap(planned);
        completed = Collections.unmodifiableMap(completed);
    }

    /** What was completed in the year, or empty when no month of it was entered. */
    public Optional<Money> completed(int year) {
        return completed.entrySet().stream()
                .filter(month -> month.getKey().getYear() == year)
                .map(Map.Entry::getValue)
                .reduce(Money::plus);
    }

    /** What was completed in all, or empty when no month was entered. */
    public Optional<Money> completedInAll() {
        return completed.values().stream().reduce(Money::plus);
    }

    Investment after(Entry entry) {
        if (entry.update() instanceof InvestmentPlanned plan) {
            Map<Integer, Money> years = new TreeMap<>(planned);
            if (plan.year() != null && plan.planned() != null) {
                years.put(plan.year(), plan.planned());
            }
            return new Investment(plan.total() == null ? total : plan.total(), years, completed, entry.at());
        }
        if (entry.update() instanceof InvestmentCompleted done) {
            Map<YearMonth, Money> months = new TreeMap<>(completed);
            months.put(done.month(), done.completed());
            return new Investment(total, planned, months, entry.at());
        }
        return this;
    }
}
