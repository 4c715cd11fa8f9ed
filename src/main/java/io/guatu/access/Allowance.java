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
 * How often somebody may try something, a minute or another while; a try comes back every so many seconds. Not thread-safe: lives
 * on one event loop.
 */
final class Allowance {
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST = 64;

    private final Cache<String, Bucket> buckets;
    private final Duration period;
    private final TimeMeter time;

    Allowance(Clock clock) {
        this(clock, Duration.ofMinutes(1));
    }

    /** @param period in which all tries come back */
    Allowance(Clock clock, Duration period) {
        this.period = period;
        // A bucket that nobody touched for so long is full again, as a new one is.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(period)
                .executor(Runnable::run)
                .build();
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
    OptionalLong waitSeconds(String who, int most) {
        Bucket bucket = buckets.get(who, key -> Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(most)
                        .refillGreedy(most, period)
                        .build())
                .withCustomTimePrecision(time)
                .build());
        long nanos = bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
        long wait =
                Duration.ofNanos(nanos).plusNanos(999_999_999).toSeconds(); // who comes a moment early is refused again
        return wait == 0 ? OptionalLong.empty() : OptionalLong.of(wait);
    }

    /** A try was none. */
    void giveBack(String who) {
        Bucket bucket = buckets.getIfPresent(who);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }
}
