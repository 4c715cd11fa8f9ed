package io.guatu.domain;

/** Whether complaints and suggestions are taken on the board's own page. */
public enum Intake {
    /** On its page, without a log-in. */
    ONLINE,
    /** Only as the operator can be reached otherwise. */
    OTHERWISE
}
