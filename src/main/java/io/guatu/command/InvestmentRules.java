package io.guatu.command;

import static io.guatu.command.Refusal.Code.AMOUNT_TOO_LARGE;
import static io.guatu.command.Refusal.Code.COMPOSITION_UNEQUAL;
import static io.guatu.command.Refusal.Code.CORRECTION_WITHOUT_NOTE;
import static io.guatu.command.Refusal.Code.MONTH_IN_FUTURE;
import static io.guatu.command.Refusal.Code.NOTHING_TOLD;

import io.guatu.domain.Composition;
import io.guatu.domain.InvestmentUpdate;
import io.guatu.domain.InvestmentUpdate.InvestmentCompleted;
import io.guatu.domain.InvestmentUpdate.InvestmentPlanned;
import io.guatu.domain.InvestmentUpdate.MonthPlanned;
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
            boolean ofYear = planned.planned() != null || planned.before() != null;
            boolean half = (planned.year() != null) != ofYear;
            return Refusal.when(half || planned.total() == null && planned.year() == null, NOTHING_TOLD)
                    .or(() -> tooMuch(planned.total()))
                    .or(() -> tooMuch(planned.planned()))
                    .or(() -> tooMuch(planned.before()));
        }
        if (update instanceof MonthPlanned plan) {
            return Refusal.when(plan.planned() == null && RuleContext.blank(plan.work()), NOTHING_TOLD)
                    .or(() -> tooMuch(plan.planned()));
        }
        InvestmentCompleted completed = (InvestmentCompleted) update;
        if (completed.month().isAfter(YearMonth.from(now.today()))) {
            return Refusal.because(MONTH_IN_FUTURE);
        }
        Optional<Refusal> tooMuch = tooMuch(completed.completed());
        if (tooMuch.isPresent()) {
            return tooMuch;
        }
        if (!addsUp(completed)) {
            return Refusal.because(COMPOSITION_UNEQUAL);
        }
        boolean correction = now.project().investment().completed().containsKey(completed.month());
        return Refusal.when(correction && RuleContext.blank(completed.note()), CORRECTION_WITHOUT_NOTE);
    }

    /** 建筑 + 安装 + 设备 + 其他 is what was completed; while a part is not known the others may be less. */
    private static boolean addsUp(InvestmentCompleted told) {
        Composition parts = told.composition();
        if (parts == null) {
            return true;
        }
        int compared = Long.compare(parts.sum().yuan(), told.completed().yuan());
        return parts.whole() ? compared == 0 : compared <= 0;
    }

    private static Optional<Refusal> tooMuch(Money amount) {
        return Refusal.when(amount != null && amount.yuan() > MOST.yuan(), AMOUNT_TOO_LARGE);
    }
}
