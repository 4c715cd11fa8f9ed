package io.guatu.domain;

import java.time.YearMonth;

/** 投资, in 万元. What is not entered is not known. */
public sealed interface InvestmentUpdate extends Update {
    /**
     * The project's total, what is planned for a year, and what was completed before it (以前年度累计); what is null stays. Later
     * entries replace earlier ones.
     */
    record InvestmentPlanned(Money total, Integer year, Money planned, Money before) implements InvestmentUpdate {}

    /**
     * Completed within the month; a later entry corrects the month and needs a note.
     *
     * @param composition what it was spent on; null: not said
     * @param funds the money that came in the month; null: not said
     */
    record InvestmentCompleted(YearMonth month, Money completed, Composition composition, Funds funds, String note)
            implements InvestmentUpdate {}

    /** What a month shall bring: an amount, the work in words, or both; a later entry replaces the month's. */
    record MonthPlanned(YearMonth month, Money planned, String work) implements InvestmentUpdate {}
}
