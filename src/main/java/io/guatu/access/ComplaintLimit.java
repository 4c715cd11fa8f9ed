package io.guatu.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * How often strangers may write, a minute: three times from an address, twenty times in all; and how often they may ask after what
 * they wrote. Not thread-safe: lives on one event loop.
 */
public final class ComplaintLimit {
    private static final int SENT = 3;
    private static final int SENT_BY_ALL = 20;
    private static final int ASKED = 30;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Allowance allowance;

    public ComplaintLimit(Clock clock) {
        this.allowance = new Allowance(clock);
    }

    /** @return seconds to wait when there is none left */
    public OptionalLong sent(String address) {
        OptionalLong own = allowance.waitSeconds("sent " + Allowance.clip(address), SENT);
        return own.isPresent() ? own : allowance.waitSeconds("sent", SENT_BY_ALL);
    }

    /** What all nodes count together of {@link #sent}. */
    public static List<Try> sentEverywhere(String address) {
        return List.of(
                new Try("complaint " + Allowance.clip(address), SENT, MINUTE),
                new Try("complaints", SENT_BY_ALL, MINUTE));
    }

    /** @return seconds to wait when there is none left */
    public OptionalLong asked(String address) {
        return allowance.waitSeconds("asked " + Allowance.clip(address), ASKED);
    }
}
