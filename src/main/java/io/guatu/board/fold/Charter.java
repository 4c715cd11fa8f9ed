package io.guatu.board.fold;

import io.guatu.domain.BoardUpdate;
import io.guatu.domain.BoardUpdate.BoardOpened;
import io.guatu.domain.BoardUpdate.CalendarAdopted;
import io.guatu.domain.BoardUpdate.RulesAdopted;
import io.guatu.domain.BoardUpdate.WeightingChosen;
import io.guatu.domain.RuleSet;
import io.guatu.domain.Weighting;

/**
 * What was agreed for the board as a whole. {@code opened} and {@code rules} are null until told; {@code seq} is the newest
 * entry that changed any of it, and with it every card.
 */
public record Charter(long seq, BoardOpened opened, RuleSet rules, Calendar calendar, Weighting weighting) {
    static final Charter NONE = new Charter(0, null, null, Calendar.PLAIN, Weighting.EQUAL);

    Charter after(long now, BoardUpdate update) {
        if (update instanceof RulesAdopted adopted) {
            return new Charter(now, opened, adopted.rules(), calendar, weighting);
        }
        if (update instanceof CalendarAdopted adopted) {
            return new Charter(now, opened, rules, calendar.with(adopted), weighting);
        }
        if (update instanceof WeightingChosen chosen) {
            return new Charter(now, opened, rules, calendar, chosen.weighting());
        }
        return new Charter(now, (BoardOpened) update, rules, calendar, weighting);
    }
}
