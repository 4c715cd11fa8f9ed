package io.guatu.board.fold;

import io.guatu.domain.Entry;
import io.guatu.domain.PlanUpdate.BaselineSet;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProgressUpdate.ProgressVerified;
import io.guatu.domain.ProgressUpdate.StillTrue;
import io.guatu.domain.ProjectUpdate.ProjectResumed;
import io.guatu.domain.Update;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Signs of life. {@code heard} is the newest that keeps the project from going silent: opened, planned, resumed, confirmed.
 * A report is one too, but for its as-of day: what was true two months ago says nothing about today, and verifying it does
 * not make it younger. {@code asOf} is the newest of those. A blocker, a hazard, a directive or a moved date is none: bad
 * news must not turn a grey lamp green.
 * A contractor's "still true" confirms the whole project too: freshness is the project's, and silence is what kills a board.
 * {@code asOf}, {@code reported} and {@code confirmed} are null until it happened; {@code said} is when the newest of what
 * {@code asOf} speaks of arrived, {@code still} when somebody last said that nothing changed.
 */
public record LastHeard(
        Instant heard, LocalDate asOf, Instant said, Instant still, Instant reported, Instant confirmed) {
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
            boolean older = asOf != null && report.asOf().isBefore(asOf);
            return new LastHeard(
                    heard, older ? asOf : report.asOf(), older ? said : entry.at(), still, entry.at(), confirmed);
        }
        if (update instanceof ProgressVerified) {
            return new LastHeard(heard, asOf, said, still, reported, entry.at());
        }
        if (update instanceof StillTrue) {
            return new LastHeard(entry.at(), asOf, said, entry.at(), reported, entry.at());
        }
        boolean planned = update instanceof MilestonePlanned || update instanceof BaselineSet;
        return planned || update instanceof ProjectResumed
                ? new LastHeard(entry.at(), asOf, said, still, reported, confirmed)
                : this;
    }
}
