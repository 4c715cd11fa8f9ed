package io.guatu.domain;

/** Whose task it is to clear a blocker. */
public enum Level {
    PROJECT,
    TOWN,
    COUNTY
}
