package io.guatu.courier;

import java.time.Duration;

/** How long to wait before the next try: twice as long each time, and never all at the same moment. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    /** Whoever asks for more is gone, for today. */
    private static final Duration MOST_ASKED = Duration.ofHours(6);
    /** With these waits: some six hours. */
    static final int TRIES = 20;

    private Backoff() {}

    /**
     * @param tries so many were made, one at least
     * @param asked how long the other side wants to be left alone, or null
     * @param chance from 0 to 1
     */
    static Duration after(int tries, Duration asked, double chance) {
        long doubled = FIRST.toMillis() << Math.min(tries - 1, 20);
        long wait = Math.min(doubled, LONGEST.toMillis());
        Duration own = Duration.ofMillis((long) (wait * (0.5 + chance / 2)));
        if (asked == null || asked.compareTo(own) <= 0) {
            return own;
        }
        return asked.compareTo(MOST_ASKED) > 0 ? MOST_ASKED : asked;
    }
}
