package io.guatu.domain;

import java.time.YearMonth;

/** 投资, in 万元. What is not entered is not known. */
public sealed interface InvestmentUpdate extends Update {
    /** The project's total, and what is planned for a year; either may be null. Later entries replace earlier ones. */
    record InvestmentPlanned(Money total, Integer year, Money planned) implements InvestmentUpdate {}

    /** Completed within the month; a later entry corrects the month and needs a note. */
    record InvestmentCompleted(YearMonth month, Money completed, String note) implements InvestmentUpdate {}
}
