package io.guatu.ledger;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * For how long nobody needs to say anything before something is held to be wrong. Composition gives it: a test of what happens
 * then need not wait as long as a town's network deserves.
 *
 * @param connection of the database, while something is asked of it: longer than the server lets any statement run, so one that
 *     says nothing for so long is open at one end only; in whole seconds
 * @param listener of NOTIFY: then it is deaf, and another is put in its place
 * @param ledger since when it was last read: then the board may no longer pass for the present
 * @param viewer without news: then it gets a sign of life
 * @param request since it was asked: then whoever waits is told to come again, whatever is still being tried for it
 * @param clocks between this machine's clock and the database's: then this machine writes nothing
 */
public record Silence(
        Duration connection, Duration listener, Duration ledger, Duration viewer, Duration request, Duration clocks) {
    /** What a program bears that people use. */
    public static final Silence BORNE =
            new Silence(Duration.ofSeconds(8), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(5));

    /** With a request's time, and a difference of clocks, as people bear them. */
    public Silence(Duration connection, Duration listener, Duration ledger, Duration viewer) {
        this(connection, listener, ledger, viewer, Duration.ofSeconds(10), Duration.ofMinutes(1));
    }

    /** The same for a board that lives by a time of its own, as in a test. */
    public Silence atAnyTime() {
        return new Silence(connection, listener, ledger, viewer, request, ChronoUnit.FOREVER.getDuration());
    }
}
