package io.guatu.access;

import io.guatu.domain.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How often a wrong code may be shown beside the right password: ten times in a quarter of an hour for a person, from wherever. Three
 * of a million codes are right at a moment: so many guesses find one in three hundred days of trying. Only who knows the password
 * comes so far, so nobody else can spend them. Not thread-safe: lives on one event loop.
 */
public final class CodeLimit {
    private static final int TRIES = 10;
    private static final Duration PERIOD = Duration.ofMinutes(15);

    private final Allowance allowance;

    public CodeLimit(Clock clock) {
        this.allowance = new Allowance(clock, PERIOD);
    }

    /** What all nodes count together. */
    public static Try everywhere(PersonId person) {
        return new Try("code " + person, TRIES, PERIOD);
    }

    /** Takes one try at this node, before the code is looked at. @return seconds to wait when there is none left */
    public OptionalLong waitSeconds(PersonId person) {
        return allowance.waitSeconds(person.value(), TRIES);
    }

    /** The code was right: that was no guess. */
    public void right(PersonId person) {
        allowance.giveBack(person.value());
    }
}
