package io.guatu.access;

import java.time.Clock;
import java.util.OptionalLong;

/**
 * How often strangers may write, a minute: three times from an address, twenty times in all; and how often they may ask after what
 * they wrote. Not thread-safe: lives on one event loop.
 */
public final class ComplaintLimit {
    private static final int SENT = 3;
    private static final int SENT_BY_ALL = 20;
    private static final int ASKED = 30;

    private final Allowance allowance;

    public ComplaintLimit(Clock clock) {
        this.allowance = new Allowance(clock);
    }

    /** @return seconds to wait when there is none left */
    public OptionalLong sent(String address) {
        OptionalLong own = allowance.waitSeconds("sent " + Allowance.clip(address), SENT);
        return own.isPresent() ? own : allowance.waitSeconds("sent", SENT_BY_ALL);
    }

    /** @return seconds to wait when there is none left */
    public OptionalLong asked(String address) {
        return allowance.waitSeconds("asked " + Allowance.clip(address), ASKED);
    }
}
