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

/**
 * Signs of life. {@code heard} is the newest that keeps the project from going silent: opened, planned, resumed, reported,
 * verified, confirmed. A blocker, a hazard, a directive or a moved date is none: bad news must not turn a grey lamp green.
 * A contractor's "still true" confirms the whole project too: freshness is the project's, and silence is what kills a board.
 * {@code reported} and {@code confirmed} are null until it happened.
 */
public record Signs(Instant heard, Instant reported, Instant confirmed) {
    static Signs of(Entry opened) {
        return new Signs(opened.at(), null, null);
    }

    Signs after(Entry entry) {
        Update update = entry.update();
        if (update instanceof ProgressReported) {
            return new Signs(entry.at(), entry.at(), confirmed);
        }
        if (update instanceof ProgressVerified || update instanceof StillTrue) {
            return new Signs(entry.at(), reported, entry.at());
        }
        boolean planned = update instanceof MilestonePlanned || update instanceof BaselineSet;
        return planned || update instanceof ProjectResumed ? new Signs(entry.at(), reported, confirmed) : this;
    }
}
