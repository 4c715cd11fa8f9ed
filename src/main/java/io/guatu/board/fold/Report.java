package io.guatu.board.fold;

import io.guatu.domain.Author;
import io.guatu.domain.Cause;
import io.guatu.domain.Entry;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Percent;
import io.guatu.domain.PhotoId;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A report on a milestone. {@code seq} is the entry that brought it. */
public record Report(
        long seq,
        MilestoneId milestone,
        Percent percent,
        Quantity done,
        LocalDate asOf,
        String note,
        LocalDate forecast,
        Cause cause,
        List<PhotoId> photos,
        Instant at,
        Author by) {
    /** A contractor who sends report after report must not make a card grow without end. */
    private static final int MOST = 20;

    /** Whether it moves the day it is due: a date moves only with a reason, and what is done has no forecast. */
    boolean promises() {
        return forecast != null && cause != null && !percent.equals(Percent.FULL);
    }

    static Report of(Entry entry, ProgressReported reported) {
        return new Report(
                entry.seq(),
                reported.milestone(),
                reported.percent(),
                reported.done(),
                reported.asOf(),
                reported.note(),
                reported.forecast(),
                reported.cause(),
                reported.photos(),
                entry.at(),
                entry.by());
    }

    /** The same with what an earlier one of its author showed, which nobody has judged: its own first, {@link #MOST} at most. */
    Report showing(List<PhotoId> earlier) {
        if (earlier == null) {
            return this;
        }
        Set<PhotoId> all = new LinkedHashSet<>(photos == null ? List.of() : photos);
        all.addAll(earlier);
        List<PhotoId> shown = all.stream().limit(MOST).toList();
        return new Report(seq, milestone, percent, done, asOf, note, forecast, cause, shown, at, by);
    }

    /** Of the same person or company: a name or a role may be another by now. */
    public boolean isBy(Author author) {
        return by.sameSide(author);
    }
}
