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
 * What was agreed for the board as a whole. {@code opened}, {@code rules} and {@code meeting} (the last one) are null until
 * told; {@code seq} is the newest entry that changed any of it, and with it every card.
 */
public record Charter(
        long seq, BoardOpened opened, RuleSet rules, Calendar calendar, Weighting weighting, Meeting meeting) {
    static final Charter NONE = new Charter(0, null, null, Calendar.PLAIN, Weighting.EQUAL, null);

    /** The entry that ended it: what came after it is what the next one asks about. */
    public record Meeting(long seq, Instant at) {}

    Charter after(Entry entry, BoardUpdate update) {
        long now = entry.seq();
        if (update instanceof MeetingHeld) {
            return new Charter(now, opened, rules, calendar, weighting, new Meeting(now, entry.at()));
        }
        if (update instanceof RulesAdopted adopted) {
            return new Charter(now, opened, adopted.rules(), calendar, weighting, meeting);
        }
        if (update instanceof CalendarAdopted adopted) {
            return new Charter(now, opened, rules, calendar.with(adopted), weighting, meeting);
        }
        if (update instanceof WeightingChosen chosen) {
            return new Charter(now, opened, rules, calendar, chosen.weighting(), meeting);
        }
        return new Charter(now, (BoardOpened) update, rules, calendar, weighting, meeting);
    }
}
