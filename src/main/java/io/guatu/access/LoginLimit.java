package io.guatu.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * How often a password may be tried, a minute: 10 times for a name from one address, 30 times from an address, 120 times for
 * a name from anywhere. Limits by rate, never locks an account: who guesses at another's name spends the guesses of the own
 * address. A try comes back every so many seconds, whatever the tries take: a machine on which a guess takes longer than that
 * refuses none, and needs to refuse none. Not thread-safe: lives on one event loop.
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

    private final TimeMeter time;

    public LoginLimit(Clock clock) {
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                Instant now = clock.instant();
                return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

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
                .withCustomTimePrecision(time)
                .build());
        long nanos = bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
        return Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds(); // who comes a moment early is refused again
    }
}
