package io.guatu.domain;

/** The town builds it itself, or only clears the way for others' works (保障). */
public enum ProjectKind {
    WORKS,
    SAFEGUARD
}
