package io.guatu.board.figures;

import io.guatu.board.fold.Investment;
import io.guatu.domain.InvestmentUpdate.InvestmentDetailed;
import io.guatu.domain.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a completed month is made of, whole by whole. A part that was not told says nothing. */
public final class MonthParts {
    /** Of which whole it is said. */
    public enum Whole {
        FIRST_HALF,
        FIXED,
        EQUIPMENT,
        OTHER_COSTS,
        SHARES,
        FUNDS
    }

    /** @param parts together more than the {@code whole} */
    public record Exceeded(Whole of, Money parts, Money whole) {}

    private final List<Exceeded> exceeded = new ArrayList<>();

    private MonthParts() {}

    /** @param detail of a month of this investment, told or about to be */
    public static MonthParts of(Investment known, InvestmentDetailed detail) {
        Money completed = known.completed().get(detail.month());
        Investment.Parts said = known.parts().get(detail.month());
        Money equipment = said == null || said.composition() == null
                ? null
                : said.composition().equipment();
        Money other = said == null || said.composition() == null
                ? null
                : said.composition().other();
        Money funds = said == null || said.funds() == null ? null : said.funds().sum();
        MonthParts made = new MonthParts();
        made.judge(Whole.FIRST_HALF, completed, detail.firstHalf());
        made.judge(Whole.FIXED, completed, detail.fixed());
        made.judge(
                Whole.EQUIPMENT, equipment == null ? completed : equipment, detail.usedEquipment(), detail.renewal());
        made.judge(Whole.OTHER_COSTS, other == null ? completed : other, detail.usedBuildings(), detail.land());
        made.judge(Whole.SHARES, completed, detail.ministry(), detail.province());
        made.judge(Whole.FUNDS, funds, detail.ministryFunds(), detail.provinceFunds());
        return made;
    }

    public List<Exceeded> exceeded() {
        return List.copyOf(exceeded);
    }

    private void judge(Whole of, Money whole, Money... parts) {
        Money sum = Stream.of(parts).filter(Objects::nonNull).reduce(new Money(0), Money::plus);
        if (whole != null && sum.yuan() > whole.yuan()) {
            exceeded.add(new Exceeded(of, sum, whole));
        }
    }
}
