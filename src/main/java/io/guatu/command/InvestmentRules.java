package io.guatu.command;

import static io.guatu.command.Refusal.Code.AMOUNT_TOO_LARGE;
import static io.guatu.command.Refusal.Code.AS_OF_IN_FUTURE;
import static io.guatu.command.Refusal.Code.COMPOSITION_UNEQUAL;
import static io.guatu.command.Refusal.Code.CORRECTION_WITHOUT_NOTE;
import static io.guatu.command.Refusal.Code.MONTH_IN_FUTURE;
import static io.guatu.command.Refusal.Code.MONTH_NOT_COMPLETED;
import static io.guatu.command.Refusal.Code.NOTHING_TOLD;
import static io.guatu.command.Refusal.Code.PART_EXCEEDS_WHOLE;
import static io.guatu.command.Refusal.Code.UNKNOWN_CONTRACT;

import io.guatu.board.figures.MonthParts;
import io.guatu.board.fold.Contracts.Contract;
import io.guatu.board.fold.Investment;
import io.guatu.domain.Composition;
import io.guatu.domain.InvestmentUpdate;
import io.guatu.domain.InvestmentUpdate.ContractSigned;
import io.guatu.domain.InvestmentUpdate.ContractVaried;
import io.guatu.domain.InvestmentUpdate.InvestmentCompleted;
import io.guatu.domain.InvestmentUpdate.InvestmentDetailed;
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
            boolean ofYear = planned.planned() != null
                    || planned.before() != null
                    || planned.fixedBefore() != null
                    || !RuleContext.blank(planned.work());
            boolean half = (planned.year() != null) != ofYear;
            boolean whole = planned.total() != null || planned.land() != null;
            return Refusal.when(half || !whole && planned.year() == null, NOTHING_TOLD)
                    .or(() -> tooMuch(planned.total()))
                    .or(() -> tooMuch(planned.planned()))
                    .or(() -> tooMuch(planned.before()))
                    .or(() -> tooMuch(planned.fixedBefore()))
                    .or(() -> tooMuch(planned.land()))
                    .or(() -> landInTotal(now.project().investment(), planned));
        }
        if (update instanceof MonthPlanned plan) {
            return Refusal.when(plan.planned() == null && RuleContext.blank(plan.work()), NOTHING_TOLD)
                    .or(() -> tooMuch(plan.planned()));
        }
        if (update instanceof InvestmentDetailed told) {
            return detailed(now.project().investment(), told);
        }
        if (update instanceof ContractSigned signed) {
            boolean correction = now.project().contracts().byNumber().containsKey(signed.number());
            return tooMuch(signed.amount())
                    .or(() -> Refusal.when(signed.on().isAfter(now.today()), AS_OF_IN_FUTURE))
                    .or(() -> Refusal.when(correction && RuleContext.blank(signed.note()), CORRECTION_WITHOUT_NOTE));
        }
        if (update instanceof ContractVaried varied) {
            Contract known = now.project().contracts().byNumber().get(varied.number());
            return Refusal.when(known == null, UNKNOWN_CONTRACT)
                    .or(() -> tooMuch(varied.amount()))
                    .or(() -> Refusal.when(varied.on().isAfter(now.today()), AS_OF_IN_FUTURE))
                    .or(() -> Refusal.when(known.amount().equals(varied.amount()), NOTHING_TOLD));
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

    private static Optional<Refusal> landInTotal(Investment known, InvestmentPlanned told) {
        Money total = told.total() == null ? known.total() : told.total();
        Money land = told.land() == null ? known.land() : told.land();
        return Refusal.when(total != null && land != null && land.yuan() > total.yuan(), PART_EXCEEDS_WHOLE);
    }

    /** What is part of a month is no more than it, as far as the month is known. */
    private static Optional<Refusal> detailed(Investment known, InvestmentDetailed told) {
        Money completed = known.completed().get(told.month());
        InvestmentDetailed before = known.detail(told.month());
        InvestmentDetailed next = before.with(told);
        return Refusal.when(next.equals(before), NOTHING_TOLD)
                .or(() -> Refusal.when(completed == null, MONTH_NOT_COMPLETED))
                .or(() -> Refusal.when(!MonthParts.of(known, next).exceeded().isEmpty(), PART_EXCEEDS_WHOLE));
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
