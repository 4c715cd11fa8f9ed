package io.guatu.form;

/** An expression that says nothing: why, which word of it, and where. */
public final class BadExpression extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;
    private final String word;
    private final int place;

    /** Each has a sentence in the texts. */
    public enum Why {
        /** Longer, or deeper, than anybody writes. */
        TOO_LONG,
        /** It stops where something must follow. */
        UNFINISHED,
        /** Something that does not belong there. */
        UNEXPECTED,
        /** No figure and no function. */
        UNKNOWN_WORD,
        /** A function with too few or too many. */
        ARGUMENTS,
        /** A text where a number belongs, or the other way round. */
        WRONG_SORT,
        /** A sum inside a sum. */
        NESTED,
        /** A condition where a value belongs. */
        NO_VALUE
    }

    BadExpression(Why why, String word, int place) {
        super(why.name(), null, false, false);
        this.why = why;
        this.word = word;
        this.place = place;
    }

    public Why why() {
        return why;
    }

    /** The word at fault; empty at the end. */
    public String word() {
        return word;
    }

    /** Of its first sign in the expression, from 1. */
    public int place() {
        return place;
    }
}
