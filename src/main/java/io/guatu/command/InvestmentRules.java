package io.guatu.command;

import static io.guatu.command.Refusal.Code.AMOUNT_TOO_LARGE;
import static io.guatu.command.Refusal.Code.CORRECTION_WITHOUT_NOTE;
import static io.guatu.command.Refusal.Code.MONTH_IN_FUTURE;
import static io.guatu.command.Refusal.Code.NOTHING_TOLD;

import io.guatu.domain.InvestmentUpdate;
import io.guatu.domain.InvestmentUpdate.InvestmentCompleted;
import io.guatu.domain.InvestmentUpdate.InvestmentPlanned;
import io.guatu.domain.Money;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/** What may be said about money. */
final class InvestmentRules {
    /** A thousand billion yuan: no town says more, and no sum of what it says leaves what can be counted. */
    private static final Money MOST = Money.of(new BigDecimal(100_000_000));

    private InvestmentRules() {}

    static Optional<Refusal> judge(RuleContext now, InvestmentUpdate update) {
        if (update instanceof InvestmentPlanned planned) {
            boolean half = (planned.year() == null) != (planned.planned() == null);
            return Refusal.when(half || planned.total() == null && planned.year() == null, NOTHING_TOLD)
                    .or(() -> tooMuch(planned.total()))
                    .or(() -> tooMuch(planned.planned()));
        }
        InvestmentCompleted completed = (InvestmentCompleted) update;
        if (completed.month().isAfter(YearMonth.from(now.today()))) {
            return Refusal.because(MONTH_IN_FUTURE);
        }
        Optional<Refusal> tooMuch = tooMuch(completed.completed());
        if (tooMuch.isPresent()) {
            return tooMuch;
        }
        boolean correction = now.project().investment().completed().containsKey(completed.month());
        return Refusal.when(correction && RuleContext.blank(completed.note()), CORRECTION_WITHOUT_NOTE);
    }

    private static Optional<Refusal> tooMuch(Money amount) {
        return Refusal.when(amount != null && amount.yuan() > MOST.yuan(), AMOUNT_TOO_LARGE);
    }
}
