package io.guatu.access;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How often walls may be paired, a minute: 10 codes for an address, which is an office with ten dark walls; 2,400 questions
 * from it whether one was typed, which is twenty walls that ask twice a second; 10 codes typed by a person. Not thread-safe:
 * lives on one event loop.
 */
public final class PairingLimit {
    private static final int CODES = 10;
    private static final int QUESTIONS = 2_400;
    private static final int TYPED = 10;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Allowance allowance;

    public PairingLimit(Clock clock) {
        this.allowance = new Allowance(clock);
    }

    /** What all nodes count together of {@link #code}. */
    public static Try codeEverywhere(String address) {
        return new Try("pairing code " + Allowance.clip(address), CODES, MINUTE);
    }

    /** What all nodes count together of {@link #typed}. */
    public static Try typedEverywhere(String person) {
        return new Try("pairing typed " + person, TYPED, MINUTE);
    }

    /** A code for a wall at this address. @return seconds to wait when there is none left */
    public OptionalLong code(String address) {
        return allowance.waitSeconds("code " + Allowance.clip(address), CODES);
    }

    /** A question of a wall at this address. @return seconds to wait when there is none left */
    public OptionalLong question(String address) {
        return allowance.waitSeconds("question " + Allowance.clip(address), QUESTIONS);
    }

    /** A code that this person typed, right or wrong. @return seconds to wait when there is none left */
    public OptionalLong typed(String person) {
        return allowance.waitSeconds("typed " + person, TYPED);
    }
}
