package io.guatu.access;

import java.time.Clock;
import java.util.OptionalLong;

/**
 * How often feeds may be read, a minute: 20 times each, which is more than any program asks; and 30 wrong secrets from an
 * address. Not thread-safe: lives on one event loop.
 */
public final class FeedLimit {
    private static final int READ = 20;
    private static final int WRONG = 30;

    private final Allowance allowance;

    public FeedLimit(Clock clock) {
        this.allowance = new Allowance(clock);
    }

    /** @return seconds to wait when there is none left */
    public OptionalLong read(String feed) {
        return allowance.waitSeconds("feed " + feed, READ);
    }

    /** @return seconds to wait when there is none left */
    public OptionalLong wrong(String address) {
        return allowance.waitSeconds("wrong " + Allowance.clip(address), WRONG);
    }
}
