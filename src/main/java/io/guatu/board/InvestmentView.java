package io.guatu.board;

import io.guatu.board.fold.Investment;
import io.guatu.domain.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;

/**
 * Investment in 万元, on the card: the total, the plan of the day's year, what was completed in it and in all, and the
 * completion rate of the year's plan in percent. What was not entered is null, and so is what needs it.
 *
 * @param month the newest month that was entered
 * @param at when anything was last entered
 */
public record InvestmentView(
        Money total,
        int year,
        Money planned,
        Money completed,
        Money completedInAll,
        BigDecimal rate,
        YearMonth month,
        Instant at) {
    static InvestmentView of(Investment investment, LocalDate day) {
        if (investment.at() == null) {
            return null;
        }
        int year = day.getYear();
        Money planned = investment.planned().get(year);
        Money completed = investment.completed(year).orElse(null);
        return new InvestmentView(
                investment.total(),
                year,
                planned,
                completed,
                investment.completedInAll().orElse(null),
                rate(value(planned), value(completed)),
                investment.completed().keySet().stream()
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                investment.at());
    }

    /** Percent of the plan, one decimal, rounded down: null without a plan, or with one of nothing. */
    static BigDecimal rate(BigDecimal planned, BigDecimal completed) {
        return planned == null || completed == null || planned.signum() == 0
                ? null
                : completed.movePointRight(2).divide(planned, 1, RoundingMode.DOWN);
    }

    private static BigDecimal value(Money money) {
        return money == null ? null : money.value();
    }
}
