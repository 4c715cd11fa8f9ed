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
 * How often somebody may try something, a minute; a try comes back every so many seconds. Not thread-safe: lives on one event
 * loop.
 */
final class Allowance {
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST = 64;

    /** A bucket that nobody touched for a minute is full again, as a new one is. */
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(1))
            .executor(Runnable::run)
            .build();

    private final TimeMeter time;

    Allowance(Clock clock) {
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

    /** Strangers choose what is remembered here, so it is short. */
    static String clip(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Takes one try. @return seconds to wait when there is none left */
    OptionalLong waitSeconds(String who, int perMinute) {
        Bucket bucket = buckets.get(who, key -> Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(perMinute)
                        .refillGreedy(perMinute, Duration.ofMinutes(1))
                        .build())
                .withCustomTimePrecision(time)
                .build());
        long nanos = bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
        long wait =
                Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds(); // who comes a moment early is refused again
        return wait == 0 ? OptionalLong.empty() : OptionalLong.of(wait);
    }
}
