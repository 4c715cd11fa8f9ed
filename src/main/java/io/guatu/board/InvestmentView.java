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
                rate(planned, completed),
                investment.completed().keySet().stream()
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                investment.at());
    }

    private static BigDecimal rate(Money planned, Money completed) {
        return planned == null || completed == null || planned.yuan() == 0
                ? null
                : BigDecimal.valueOf(completed.yuan())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(planned.yuan()), 1, RoundingMode.HALF_UP);
    }
}
