package io.guatu.tidings;

/** What is worth telling, in the order in which a message speaks of it. */
public enum What {
    /** A report, the answer to a directive or a rectification was sent back. */
    RETURNED,
    /** A directive was issued. */
    DIRECTIVE,
    /** Something is past its last day. */
    OVERDUE,
    /** Today is the last day of something: tomorrow it is overdue. */
    OVERDUE_TOMORROW,
    /** A blocker is past the day by which it should have been gone. */
    PROMISE,
    /** Today is the last day before silence turns the lamp grey. */
    SILENT,
    /** The lamp turned yellow, red or grey. */
    LAMP,
    /** The lamp turned from red to green. */
    RECOVERED,
    /** Somebody tries whether messages arrive. */
    TEST
}
