package io.guatu.sim;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/** The time of a simulated town, in milliseconds: it passes from one thing that happens to the next. What is random is of one seed. */
final class Timeline {
    /** Fifty seconds before a midnight in Shanghai. */
    private static final Instant BEGIN = Instant.parse("2026-11-24T15:59:10Z");

    static final long MIDNIGHT_MILLIS = 50_000;

    final Random random;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private long now;
    private long steps;
    private long ordered;
    private long busy;
    private long print = 1;

    private record Event(long at, long order, Runnable what) {}

    Timeline(long seed) {
        this.random = new Random(seed);
    }

    void after(long millis, Runnable what) {
        events.add(new Event(now + millis, ordered++, what));
    }

    /** Like {@link #after}, at a moment between the two. */
    void within(long least, long most, Runnable what) {
        after(least + random.nextInt((int) (most - least + 1)), what);
    }

    void every(long millis, Runnable what) {
        after(millis, () -> {
            what.run();
            every(millis, what);
        });
    }

    /** @return false: nothing happens any more before that moment */
    boolean step(long until) {
        if (events.isEmpty() || events.peek().at() > until) {
            now = until;
            return false;
        }
        Event next = events.poll();
        now = next.at();
        steps++;
        print = print * 31 + now;
        next.what().run();
        return true;
    }

    boolean chance(double of) {
        return random.nextDouble() < of;
    }

    long now() {
        return now;
    }

    long steps() {
        return steps;
    }

    /** Of all that happened so far, and when: two lives of one seed have the same. */
    long print() {
        return print;
    }

    /** What passes while nobody sets a clock; work takes some of it, though here nothing else happens meanwhile. */
    long nanos() {
        return now * 1_000_000 + busy++ % 7 * 1_500_000;
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return BEGIN.plusMillis(now);
            }
        };
    }
}
