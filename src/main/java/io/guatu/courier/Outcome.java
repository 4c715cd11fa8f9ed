package io.guatu.courier;

import java.time.Duration;

/**
 * What came of a message. A fault is a code that has a sentence in the text files, perhaps with what the other side answered
 * after a blank; never an address, never a secret.
 *
 * @param after how long the other side wants to be left alone; null where it did not say
 */
public record Outcome(State state, String fault, Duration after) {
    private static final int LONGEST = 200;
    /** A shorter secret is in every second word. */
    private static final int TELLING = 6;

    public enum State {
        SENT,
        /** It was not taken, and may be later. */
        LATER,
        /** It was not taken, and will not be. */
        FAILED,
        /** It left, and nobody knows whether it arrived: told again it would perhaps be told twice. */
        UNKNOWN
    }

    public Outcome {
        fault = fault == null || fault.length() <= LONGEST ? fault : fault.substring(0, LONGEST);
    }

    /** The same, should the other side have repeated what only it may know: in its words, after the code. */
    Outcome without(Reached reached) {
        int words = fault == null ? -1 : fault.indexOf(' ');
        if (words < 0) {
            return this;
        }
        int query = reached.address().indexOf('?');
        String clean = fault.substring(words)
                .replace(query < 0 ? reached.address() : reached.address().substring(query + 1), "…")
                .replaceAll("(key|access_token|/hook)[=/][^\\s&\"]+", "$1=…");
        if (reached.secret() != null && reached.secret().length() >= TELLING) {
            clean = clean.replace(reached.secret(), "…");
        }
        return new Outcome(state, fault.substring(0, words) + clean, after);
    }

    public static Outcome sent() {
        return new Outcome(State.SENT, null, null);
    }

    public static Outcome later(String fault, Duration after) {
        return new Outcome(State.LATER, fault, after);
    }

    public static Outcome failed(String fault) {
        return new Outcome(State.FAILED, fault, null);
    }

    public static Outcome unknown(String fault) {
        return new Outcome(State.UNKNOWN, fault, null);
    }
}
