package io.guatu.domain;

/** Who acts: people have one of the first three; a contractor is a grant; a screen only looks; the system is the program. */
public enum Role {
    OFFICE,
    MANAGER,
    LEADER,
    CONTRACTOR,
    SCREEN,
    SYSTEM
}
