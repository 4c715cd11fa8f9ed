package io.guatu.domain;

/** How pressing the petitions (信访) about a project are. */
public enum PetitionLevel {
    NONE,
    LOW,
    MEDIUM,
    HIGH
}
