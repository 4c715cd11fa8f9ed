package io.guatu.board.fold;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;

/**
 * How the verified progress of a project grew: the newest point and, behind it, the ones before, shared between all
 * versions of the project, so that one more point costs the same however many there are.
 */
public final class Trail {
    private static final int WHOLE = 10_000;

    private final Instant at;
    private final BigDecimal percent;
    private final Trail before;

    private Trail(Instant at, BigDecimal percent, Trail before) {
        this.at = at;
        this.percent = percent;
        this.before = before;
    }

    public Instant at() {
        return at;
    }

    /** Sum of weight × verified percent, one decimal, rounded down. */
    public BigDecimal percent() {
        return percent;
    }

    /** The point before this one, or null. */
    public Trail before() {
        return before;
    }

    /** No point while the weights do not sum to 100, and none where nothing changed. */
    static Trail after(Trail trail, Instant at, Collection<Milestone> milestones) {
        long weight = 0;
        long sum = 0;
        for (Milestone milestone : milestones) {
            weight += milestone.weight().hundredths();
            sum += (long) milestone.weight().hundredths() * milestone.done().hundredths();
        }
        BigDecimal percent = BigDecimal.valueOf(sum, 6).setScale(1, RoundingMode.DOWN);
        boolean same = trail != null && trail.percent.equals(percent);
        return weight != WHOLE || same ? trail : new Trail(at, percent, trail);
    }

    /** Without recursion: a trail may be long. */
    @Override
    public boolean equals(Object other) {
        Object that = other;
        for (Trail mine = this; mine != that; mine = mine.before) {
            if (mine == null
                    || !(that instanceof Trail theirs)
                    || !mine.at.equals(theirs.at)
                    || !mine.percent.equals(theirs.percent)) {
                return false;
            }
            that = theirs.before;
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Objects.hash(at, percent);
    }
}
