package io.guatu.http;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * How many photos each contractor may send a day: bytes are kept before anybody judges them, so somebody must count. Each
 * node counts for itself, on its event loop; resends count too.
 */
final class PhotoQuota {
    /** Far more than anybody photographs in a day's work. */
    static final int MOST = 200;

    private final Map<String, Integer> taken = new HashMap<>();
    private LocalDate day;

    /** @return false when the day's photos are used up */
    boolean take(String contractor, LocalDate today) {
        if (!today.equals(day)) {
            day = today;
            taken.clear();
        }
        return taken.merge(contractor, 1, Integer::sum) <= MOST;
    }
}
