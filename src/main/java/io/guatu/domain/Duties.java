package io.guatu.domain;

/** Whether who runs the accounts, the project office, may also verify progress. */
public enum Duties {
    /** What contractors report, the project's manager judges. */
    APART,
    /** A small town has not enough people for that. */
    TOGETHER
}
