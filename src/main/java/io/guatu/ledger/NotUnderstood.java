package io.guatu.ledger;

import java.time.Instant;

/**
 * An entry that this program does not understand: of a kind or a role that only a newer one knows, or put there by a hand. What
 * it changes nobody can tell here, so that nothing after it is shown, and nothing is decided.
 */
public final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 100;

    private final long seq;
    private final Instant at;
    private final String why;

    /** @param at when it was written: until then all was understood @param why in words that may hold some of the entry's */
    public NotUnderstood(long seq, Instant at, String why) {
        super("entry " + seq + " is not understood by this program", null, false, false);
        this.seq = seq;
        this.at = at;
        this.why = why;
    }

    public long seq() {
        return seq;
    }

    public Instant at() {
        return at;
    }

    /** For the log, and no line of its own: whoever wrote the entry chose some of it. */
    public String why() {
        String line = String.valueOf(why).replaceAll("\\p{Cntrl}", " ");
        return line.substring(0, Math.min(line.length(), LONGEST));
    }
}
