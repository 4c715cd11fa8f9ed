package io.guatu.board.fold;

import java.time.Instant;
import java.util.Collection;

/**
 * How far the verified progress of a project is, and how it got there: thousands of points, which only a curve is drawn of.
 *
 * @param millionths of a percent, where the trail ends; -1 while it has no point
 * @param trail null inside while it has none
 */
public record Advance(int millionths, Lazy<Trail> trail) {
    private static final int WHOLE = 10_000;
    private static final int NOWHERE = -1;

    static final Advance NONE = new Advance(NOWHERE, Lazy.of(null));

    /** No point while the weights do not sum to 100, and none where nothing changed. */
    Advance after(Instant at, Collection<Milestone> milestones) {
        long weight = 0;
        long sum = 0;
        for (Milestone milestone : milestones) {
            weight += milestone.weight().hundredths();
            sum += (long) milestone.weight().hundredths() * milestone.done().hundredths();
        }
        int now = (int) sum;
        return weight == WHOLE && now != millionths
                ? new Advance(now, trail.then(points -> Trail.then(points, at, now)))
                : this;
    }
}
