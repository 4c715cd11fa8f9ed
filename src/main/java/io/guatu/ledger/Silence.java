package io.guatu.ledger;

import java.time.Duration;

/**
 * For how long nobody needs to say anything before something is held to be wrong. Composition gives it: a test of what happens
 * then need not wait as long as a town's network deserves.
 *
 * @param connection of the database, while something is asked of it: longer than the server lets any statement run, so one that
 *     says nothing for so long is open at one end only; in whole seconds
 * @param listener of NOTIFY: then it is deaf, and another is put in its place
 * @param ledger since when it was last read: then the board may no longer pass for the present
 * @param viewer without news: then it gets a sign of life
 */
public record Silence(Duration connection, Duration listener, Duration ledger, Duration viewer) {
    /** What a program bears that people use. */
    public static final Silence BORNE =
            new Silence(Duration.ofSeconds(8), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(5));
}
