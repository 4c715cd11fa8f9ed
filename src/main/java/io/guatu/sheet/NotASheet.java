package io.guatu.sheet;

/** What was sent cannot be read as a sheet. */
public final class NotASheet extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;

    /** What a person can do about it is said in the texts. */
    public enum Why {
        /** Broken, or no sheet at all. */
        SHEET_UNREADABLE,
        /** A workbook of Excel 97 (.xls), or one with a password. */
        SHEET_OLD_OR_LOCKED,
        /** More cells than a list of projects has, or a small file that unpacks into a large one. */
        SHEET_TOO_LARGE,
        /** Nothing stands in it. */
        SHEET_EMPTY,
        /** It begins as JSON does, and is broken off or none. */
        JSON_UNREADABLE
    }

    NotASheet(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    NotASheet(Why why, Throwable cause) {
        super(why.name(), cause, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
