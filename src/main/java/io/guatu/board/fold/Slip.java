package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.Cause;
import io.guatu.domain.MilestoneId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One move of the day on which a milestone ends: from → to, why, who, when. A move back counts negative.
 * Both are the days that were said, and the days between them are calendar days: when a promise is renewed after a
 * suspension, those of the suspension are in them.
 *
 * @param cause null: moved without a reason (imported history), or finished on another day than promised
 * @param asOf the day on which it was so, where history was brought in; null: the day on which it was told
 * @param shares who the days are charged to; they sum to {@link #days()}
 */
public record Slip(
        long seq,
        Instant at,
        Author by,
        MilestoneId milestone,
        What what,
        LocalDate from,
        LocalDate to,
        Cause cause,
        String note,
        LocalDate asOf,
        List<Share> shares) {
    public Slip {
        shares = List.copyOf(shares);
    }

    /** What moved it. */
    public enum What {
        /** A new forecast: a promise was renewed. */
        FORECAST,
        /** A new baseline. */
        BASELINE,
        /** It was finished on another day than promised, or turned out not to be finished. */
        ACTUAL
    }

    /** @param blocker null when no blocker was open: the days are charged to the move's own cause */
    public record Share(Long blocker, Cause cause, long days) {}

    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** The day on which it moved, as far as anybody said. */
    public LocalDate on(ZoneId zone) {
        return asOf == null ? LocalDate.ofInstant(at, zone) : asOf;
    }

    /** A promise that was moved, and nobody said why. */
    public boolean unexplained() {
        return cause == null && what != What.ACTUAL;
    }
}
