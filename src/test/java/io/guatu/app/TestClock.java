package io.guatu.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test can move on; it runs all the same, until it is stopped. */
public final class TestClock extends Clock {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Duration ahead = Duration.ZERO;

    private volatile Instant stopped;

    /** One that stands still at this time, and is only moved on. */
    static TestClock at(Instant time) {
        TestClock clock = new TestClock();
        clock.stopped = time;
        return clock;
    }

    /** Stands still from now on, and is only moved on. */
    public void stop() {
        stopped = Instant.now();
    }

    /** How far it is ahead of the machine's. */
    public void ahead(Duration by) {
        ahead = by;
    }

    /** The board's day. */
    public LocalDate today() {
        return LocalDate.ofInstant(instant(), ZONE);
    }

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
        Instant from = stopped;
        return (from == null ? Instant.now() : from).plus(ahead);
    }
}
