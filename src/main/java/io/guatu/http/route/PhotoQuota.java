package io.guatu.http.route;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How many photos each contractor may send a day: bytes are kept before anybody judges them, so somebody must count. Each
 * node counts for itself, on its event loop, what was sent to it; what was taken is in the ledger, by whichever node. The same bytes count once, however often a bad network makes a phone send them;
 * not the same key, under which others may come.
 */
final class PhotoQuota {
    /** Far more than anybody photographs in a day's work. */
    static final int MOST = 200;

    private final Map<String, Set<String>> taken = new HashMap<>();
    private LocalDate day;

    /**
     * @param photo the hash of its bytes as they were sent
     * @return false when the day's photos are used up
     */
    boolean take(String contractor, String photo, LocalDate today) {
        if (!today.equals(day)) {
            day = today;
            taken.clear();
        }
        Set<String> sent = taken.computeIfAbsent(contractor, first -> new HashSet<>());
        return sent.contains(photo) || sent.size() < MOST && sent.add(photo);
    }
}
