package io.guatu.http;

import java.util.HashMap;
import java.util.Map;

/**
 * How many photos are on their way in at once: each holds its ten megabytes until it is answered. Each node counts for
 * itself, on its event loop.
 */
final class Uploads {
    static final int MOST = 8;

    /** Phones and desks send one after another; the second is a resend whose first try is not yet known to be dead. */
    static final int MOST_OF_ONE = 2;

    private final Map<String, Integer> underWay = new HashMap<>();
    private int all;

    /** @return false when this one must come later; else {@link #end} must follow once */
    boolean begin(String caller) {
        if (all >= MOST || underWay.getOrDefault(caller, 0) >= MOST_OF_ONE) {
            return false;
        }
        all++;
        underWay.merge(caller, 1, Integer::sum);
        return true;
    }

    void end(String caller) {
        all--;
        underWay.computeIfPresent(caller, (same, count) -> count == 1 ? null : count - 1);
    }
}
