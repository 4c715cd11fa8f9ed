package io.guatu.domain;

/** What of a project strangers may see, beside its name. */
public enum PublicField {
    STAGE,
    /** Its colour; why it has it is nobody's outside. */
    LAMP,
    /** Verified percent, beside the time progress. */
    PROGRESS,
    /** The steps by name, with their days. */
    MILESTONES,
    /** In all, and of the year. */
    INVESTMENT,
    /** Where it is. */
    PLACE
}
