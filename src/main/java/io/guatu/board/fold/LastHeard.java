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
 * not make it younger; so is "still true", which may have waited for a network. {@code asOf} is the newest of those days.
 * A blocker, a hazard, a directive or a moved date is none: bad news must not turn a grey lamp green.
 * A contractor's "still true" confirms the whole project too: freshness is the project's, and silence is what kills a board.
 * {@code asOf}, {@code reported} and {@code confirmed} are null until it happened; {@code said} is when the newest of what
 * {@code asOf} speaks of arrived, {@code still} when somebody last said
 * that nothing changed without saying of which day, as was done once. While the newest sign is a report, {@code report} is
 * its seq (else 0) and {@code before} what was heard before it (else null): a report that is taken back was no sign of life.
 */
public record LastHeard(
        Instant heard,
        LocalDate asOf,
        Instant said,
        Instant still,
        Instant reported,
        Instant confirmed,
        long report,
        LastHeard before) {
    private LastHeard(Instant heard, LocalDate asOf, Instant said, Instant still, Instant reported, Instant confirmed) {
        this(heard, asOf, said, still, reported, confirmed, 0, null);
    }

    static LastHeard of(Entry opened) {
        return new LastHeard(opened.at(), null, null, null, null, null);
    }

    /**
     * When somebody last said how the project stands, as old as what was said: what speaks of an earlier day than that of
     * its arrival is of that day's end. Null where nobody did. Verifying says nothing new.
     */
    public Instant told(ZoneId zone) {
        if (asOf == null) {
            return still;
        }
        Instant over = asOf.plusDays(1).atStartOfDay(zone).toInstant();
        Instant told = said.isBefore(over) ? said : over;
        return still != null && still.isAfter(told) ? still : told;
    }

    LastHeard after(Entry entry) {
        Update update = entry.update();
        if (update instanceof ProgressReported report) {
            LastHeard now = spoken(report.asOf(), entry.at());
            return new LastHeard(
                    now.heard, now.asOf, now.said, now.still, entry.at(), confirmed, entry.seq(), withoutBefore());
        }
        if (update instanceof ProgressWithdrawn withdrawn) {
            return withdrawn.report() == report ? before : this;
        }
        if (update instanceof ProgressVerified) {
            return confirmed(entry.at());
        }
        if (update instanceof StillTrue confirms) {
            return confirms.asOf() == null
                    ? new LastHeard(entry.at(), asOf, said, entry.at(), reported, entry.at())
                    : spoken(confirms.asOf(), entry.at()).confirmed(entry.at());
        }
        boolean planned = update instanceof MilestonePlanned || update instanceof BaselineSet;
        return planned || update instanceof ProjectResumed
                ? new LastHeard(entry.at(), asOf, said, still, reported, confirmed)
                : this;
    }

    /** Somebody said how it stood on that day. What speaks of an earlier one than is known takes nothing back. */
    private LastHeard spoken(LocalDate day, Instant at) {
        return asOf != null && day.isBefore(asOf) ? this : new LastHeard(heard, day, at, still, reported, confirmed);
    }

    private LastHeard confirmed(Instant at) {
        LastHeard earlier = before == null ? null : before.confirmed(at);
        return new LastHeard(heard, asOf, said, still, reported, at, report, earlier);
    }

    /** One report back is enough: what is taken back is the newest. */
    private LastHeard withoutBefore() {
        return new LastHeard(heard, asOf, said, still, reported, confirmed);
    }
}
