package io.guatu.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How often a password may be tried, a minute: 10 times for a name from one address, 30 times from an address, 120 times for
 * a name from anywhere. Limits by rate, never locks an account: who guesses at another's name spends the guesses of the own
 * address. Not thread-safe: lives on one event loop.
 */
public final class LoginLimit {
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST = 64;
    private static final int BY_NAME_THERE = 10;
    private static final int BY_ADDRESS = 30;
    private static final int BY_NAME = 120;

    /** A bucket that nobody touched for a minute is full again, as a new one is. */
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(1))
            .executor(Runnable::run)
            .build();

    /** Takes one try. @return seconds to wait when there is none left */
    public OptionalLong waitSeconds(String name, String address) {
        String called = clip(name);
        String from = clip(address);
        long wait = take("there " + from + " " + called, BY_NAME_THERE);
        if (wait == 0) {
            wait = take("address " + from, BY_ADDRESS);
        }
        if (wait == 0) {
            wait = take("name " + called, BY_NAME);
        }
        return wait == 0 ? OptionalLong.empty() : OptionalLong.of(wait);
    }

    /** Strangers choose what is remembered here, so it is short. */
    private static String clip(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private long take(String who, int perMinute) {
        Bucket bucket = buckets.get(who, key -> Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(perMinute)
                        .refillGreedy(perMinute, Duration.ofMinutes(1))
                        .build())
                .build());
        long nanos = bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
        return nanos == 0 ? 0 : Math.max(1, Duration.ofNanos(nanos).toSeconds());
    }
}
