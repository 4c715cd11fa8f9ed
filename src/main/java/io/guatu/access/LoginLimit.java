package io.guatu.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * How often a password may be tried, a minute: 10 times for a name from one address, 30 times from an address, 120 times for
 * a name from anywhere. Limits by rate, never locks an account: who guesses at another's name spends the guesses of the own
 * address. A try comes back every so many seconds, whatever the tries take: a machine on which a guess takes longer than that
 * refuses none, and needs to refuse none. Not thread-safe: lives on one event loop.
 */
public final class LoginLimit {
    private static final int BY_NAME_THERE = 10;
    private static final int BY_ADDRESS = 30;
    private static final int BY_NAME = 120;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Allowance allowance;

    public LoginLimit(Clock clock) {
        this.allowance = new Allowance(clock);
    }

    /** What all nodes count together. */
    public static List<Try> everywhere(String name, String address) {
        String called = Allowance.clip(name);
        String from = Allowance.clip(address);
        return List.of(
                new Try("log-in there " + from + " " + called, BY_NAME_THERE, MINUTE),
                new Try("log-in address " + from, BY_ADDRESS, MINUTE),
                new Try("log-in name " + called, BY_NAME, MINUTE));
    }

    /** Takes one try at this node. @return seconds to wait when there is none left */
    public OptionalLong waitSeconds(String name, String address) {
        String called = Allowance.clip(name);
        String from = Allowance.clip(address);
        OptionalLong wait = allowance.waitSeconds("there " + from + " " + called, BY_NAME_THERE);
        if (wait.isEmpty()) {
            wait = allowance.waitSeconds("address " + from, BY_ADDRESS);
        }
        if (wait.isEmpty()) {
            wait = allowance.waitSeconds("name " + called, BY_NAME);
        }
        return wait;
    }
}
