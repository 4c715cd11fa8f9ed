package io.guatu.domain;

/** Project status by the OC4IDS code list "projectStatus". */
public enum Stage {
    IDENTIFICATION,
    PREPARATION,
    IMPLEMENTATION,
    COMPLETION,
    COMPLETED,
    CANCELLED
}
