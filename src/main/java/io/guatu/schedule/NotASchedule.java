package io.guatu.schedule;

/** What was sent cannot be read as a schedule. */
public final class NotASchedule extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;

    /** What a person can do about it is said in the texts. */
    public enum Why {
        /** Of a program that is not read here, or no schedule at all. */
        SCHEDULE_OTHER_TYPE,
        /** Broken, or it holds what no program writes. */
        SCHEDULE_UNREADABLE,
        /** It wants a password. */
        SCHEDULE_LOCKED,
        /** More tasks than a schedule has, or a small file that unpacks into a large one. */
        SCHEDULE_TOO_LARGE,
        /** It is not read in the time that it may take. */
        SCHEDULE_TOO_SLOW,
        /** There is no task in it. */
        SCHEDULE_EMPTY
    }

    NotASchedule(Why why) {
        this(why, null);
    }

    NotASchedule(Why why, Throwable cause) {
        super(why.name(), cause, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
