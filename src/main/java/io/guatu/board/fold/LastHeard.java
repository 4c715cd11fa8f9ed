package io.guatu.board.fold;

import io.guatu.domain.Entry;
import io.guatu.domain.PlanUpdate.BaselineSet;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProgressUpdate.ProgressVerified;
import io.guatu.domain.ProgressUpdate.ProgressWithdrawn;
import io.guatu.domain.ProgressUpdate.StillTrue;
import io.guatu.domain.ProjectUpdate.ProjectResumed;
import io.guatu.domain.Update;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Signs of life. {@code heard} is the newest that keeps the project from going silent: opened, planned, resumed, confirmed.
 * A report is one too, but for its as-of day: what was true two months ago says nothing about today, and verifying it does
 * not make it younger; so is "still true", which may have waited for a network. {@code said} is the newest of those.
 * A blocker, a hazard, a directive or a moved date is none: bad news must not turn a grey lamp green.
 * A contractor's "still true" confirms the whole project too: freshness is the project's, and silence is what kills a board.
 * {@code said}, {@code still} (the newest "still true"), {@code reported} and {@code verified} (when it arrived) are null
 * until it happened. While the newest sign is a report, {@code report} is its seq (else 0) and {@code before} what was heard
 * before it (else null): a report that is taken back was no sign of life.
 */
public record LastHeard(
        Instant heard, Word said, Word still, Instant reported, Instant verified, long report, LastHeard before) {
    private LastHeard(Instant heard, Word said, Word still, Instant reported, Instant verified) {
        this(heard, said, still, reported, verified, 0, null);
    }

    static LastHeard of(Entry opened) {
        return new LastHeard(opened.at(), null, null, null, null);
    }

    /** What somebody said of a day, and when it arrived. The day is null where none was named, as was done once. */
    public record Word(LocalDate of, Instant at) {
        /** As old as what it says: a word about an earlier day than that of its arrival is of that day's end. */
        Instant age(ZoneId zone) {
            Instant over = of == null ? at : of.plusDays(1).atStartOfDay(zone).toInstant();
            return at.isBefore(over) ? at : over;
        }

        /** What speaks of an earlier day than is known takes nothing back. */
        static Word newest(Word known, Word said) {
            boolean earlier = known != null && known.of != null && said.of != null && said.of.isBefore(known.of);
            return earlier ? known : said;
        }
    }

    /** The newest day that somebody said something of; null where nobody did. */
    public LocalDate asOf() {
        return said == null ? null : said.of;
    }

    /** When somebody last said how the project stands. Null where nobody did. Verifying says nothing new. */
    public Instant told(ZoneId zone) {
        return later(said == null ? null : said.age(zone), still == null ? null : still.age(zone));
    }

    /** When a report was last verified, or when somebody last said that nothing changed; null where nobody did. */
    public Instant confirmed(ZoneId zone) {
        return later(verified, still == null ? null : still.age(zone));
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    LastHeard after(Entry entry) {
        Update update = entry.update();
        if (update instanceof ProgressReported report) {
            Word now = Word.newest(said, new Word(report.asOf(), entry.at()));
            return new LastHeard(heard, now, still, entry.at(), verified, entry.seq(), withoutBefore());
        }
        if (update instanceof ProgressWithdrawn withdrawn) {
            return withdrawn.report() == report ? before : this;
        }
        if (update instanceof ProgressVerified) {
            return verified(entry.at());
        }
        if (update instanceof StillTrue confirms) {
            return still(new Word(confirms.asOf(), entry.at()));
        }
        boolean planned = update instanceof MilestonePlanned || update instanceof BaselineSet;
        return planned || update instanceof ProjectResumed
                ? new LastHeard(entry.at(), said, still, reported, verified)
                : this;
    }

    private LastHeard still(Word word) {
        LastHeard earlier = before == null ? null : before.still(word);
        return word.of == null
                ? new LastHeard(word.at, said, Word.newest(still, word), reported, verified)
                : new LastHeard(
                        heard, Word.newest(said, word), Word.newest(still, word), reported, verified, report, earlier);
    }

    private LastHeard verified(Instant at) {
        LastHeard earlier = before == null ? null : before.verified(at);
        return new LastHeard(heard, said, still, reported, at, report, earlier);
    }

    /** One report back is enough: what is taken back is the newest. */
    private LastHeard withoutBefore() {
        return new LastHeard(heard, said, still, reported, verified);
    }
}
