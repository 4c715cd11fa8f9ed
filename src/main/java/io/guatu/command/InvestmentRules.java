package io.guatu.command;

import static io.guatu.command.Refusal.Code.CORRECTION_WITHOUT_NOTE;
import static io.guatu.command.Refusal.Code.MONTH_IN_FUTURE;
import static io.guatu.command.Refusal.Code.NOTHING_TOLD;

import io.guatu.domain.InvestmentUpdate;
import io.guatu.domain.InvestmentUpdate.InvestmentCompleted;
import io.guatu.domain.InvestmentUpdate.InvestmentPlanned;
import java.time.YearMonth;
import java.util.Optional;

/** What may be said about money. */
final class InvestmentRules {
    private InvestmentRules() {}

    static Optional<Refusal> judge(Case now, InvestmentUpdate update) {
        if (update instanceof InvestmentPlanned planned) {
            boolean half = (planned.year() == null) != (planned.planned() == null);
            return Refusal.when(half || planned.total() == null && planned.year() == null, NOTHING_TOLD);
        }
        InvestmentCompleted completed = (InvestmentCompleted) update;
        if (completed.month().isAfter(YearMonth.from(now.today()))) {
            return Refusal.because(MONTH_IN_FUTURE);
        }
        boolean correction = now.project().investment().completed().containsKey(completed.month());
        return Refusal.when(correction && Case.blank(completed.note()), CORRECTION_WITHOUT_NOTE);
    }
}
