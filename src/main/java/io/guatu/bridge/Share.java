package io.guatu.bridge;

/**
 * How much of an event loop the frames of one address take: a fifth of it, in the long run, so that one that took t is
 * followed by a rest of 4 t, at most 100 ms. But a quiet line saves a little of what it does not take: when a frame takes long
 * for once, since the machine did something else meanwhile, the one after it goes at once all the same.
 */
final class Share {
    private static final int PARTS = 5;
    private static final long MOST_SAVED_NANOS = 20_000_000;
    private static final long LONGEST_REST_NANOS = 100_000_000;

    /** What may be taken by now; less than nothing: what is to be made up for. */
    private long left = MOST_SAVED_NANOS;

    private long at;

    Share(long now) {
        at = now;
    }

    /** How long the next frame has to wait; 0: it goes at once. */
    long rest(long now) {
        earn(now);
        return Math.max(0, -left * PARTS);
    }

    /** A frame was made and written, from then until now. */
    void took(long from, long now) {
        earn(now);
        left = Math.max(left - (now - from), -LONGEST_REST_NANOS / PARTS);
    }

    private void earn(long now) {
        left = Math.min(left + (now - at) / PARTS, MOST_SAVED_NANOS);
        at = now;
    }
}
