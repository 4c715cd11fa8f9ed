package io.guatu.board.fold;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * How the verified progress of a project grew: the newest point and, behind it, the ones before, shared between all
 * versions of the project, so that one more point costs the same however many there are.
 */
public final class Trail {
    /** Every day of every zone begins on one of these: no end of a day is lost. */
    private static final long QUARTER_MILLIS = 15 * 60 * 1_000L;

    private final long at;
    private final int millionths;
    private final Trail before;

    private Trail(long at, int millionths, Trail before) {
        this.at = at;
        this.millionths = millionths;
        this.before = before;
    }

    public Instant at() {
        return Instant.ofEpochMilli(at);
    }

    /** Sum of weight × verified percent, exactly: six decimals. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(millionths, 6);
    }

    /** The point before this one, or null. */
    public Trail before() {
        return before;
    }

    /** With one more point, of another percent than the newest; of a quarter of an hour the last. @param trail null: none yet */
    static Trail then(Trail trail, Instant moment, int millionths) {
        long at = moment.toEpochMilli();
        if (trail == null) {
            return new Trail(at, millionths, null);
        }
        boolean same = trail.at / QUARTER_MILLIS == at / QUARTER_MILLIS;
        Trail stays = same ? trail.before : trail;
        return stays != null && stays.millionths == millionths ? stays : new Trail(at, millionths, stays);
    }

    /** The points as they are kept, oldest first: of each how many milliseconds after the one before, and its millionths of a percent. */
    public static long[] kept(Trail trail) {
        int size = 0;
        for (Trail point = trail; point != null; point = point.before) {
            size++;
        }
        long[] points = new long[2 * size];
        for (Trail point = trail; point != null; point = point.before) {
            size--;
            points[2 * size] = point.at - (point.before == null ? 0 : point.before.at);
            points[2 * size + 1] = point.millionths;
        }
        return points;
    }

    /** The trail that was kept as these points; null when there are none. */
    public static Trail of(long[] points) {
        Trail trail = null;
        long at = 0;
        for (int i = 0; i < points.length; i += 2) {
            at += points[i];
            trail = new Trail(at, Math.toIntExact(points[i + 1]), trail);
        }
        return trail;
    }

    /** Without recursion: a trail may be long. */
    @Override
    public boolean equals(Object other) {
        Object that = other;
        for (Trail mine = this; mine != that; mine = mine.before) {
            if (mine == null
                    || !(that instanceof Trail theirs)
                    || mine.at != theirs.at
                    || mine.millionths != theirs.millionths) {
                return false;
            }
            that = theirs.before;
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Objects.hash(at, millionths);
    }
}
