package io.guatu.board.fold;

import io.guatu.domain.BoardUpdate;
import io.guatu.domain.BoardUpdate.BoardOpened;
import io.guatu.domain.BoardUpdate.CalendarAdopted;
import io.guatu.domain.BoardUpdate.MeetingHeld;
import io.guatu.domain.BoardUpdate.RulesAdopted;
import io.guatu.domain.BoardUpdate.WeightingChosen;
import io.guatu.domain.Entry;
import io.guatu.domain.RuleSet;
import io.guatu.domain.Weighting;
import java.time.Instant;

/**
 * What was agreed for the board as a whole. {@code opened}, {@code rules} and {@code meeting} (when the last one was held)
 * are null until told; {@code seq} is the newest entry that changed what every card depends on: rules or working days.
 */
public record Charter(
        long seq, BoardOpened opened, RuleSet rules, Calendar calendar, Weighting weighting, Instant meeting) {
    static final Charter NONE = new Charter(0, null, null, Calendar.PLAIN, Weighting.EQUAL, null);

    Charter after(Entry entry, BoardUpdate update) {
        long now = entry.seq();
        if (update instanceof MeetingHeld) {
            return new Charter(seq, opened, rules, calendar, weighting, entry.at());
        }
        if (update instanceof RulesAdopted adopted) {
            return new Charter(now, opened, adopted.rules(), calendar, weighting, meeting);
        }
        if (update instanceof CalendarAdopted adopted) {
            return new Charter(now, opened, rules, calendar.with(adopted), weighting, meeting);
        }
        if (update instanceof WeightingChosen chosen) {
            return new Charter(seq, opened, rules, calendar, chosen.weighting(), meeting);
        }
        return new Charter(seq, (BoardOpened) update, rules, calendar, weighting, meeting);
    }
}
