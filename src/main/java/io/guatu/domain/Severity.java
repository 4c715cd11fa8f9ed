package io.guatu.domain;

/** How grave a hazard is: 一般, 较大, 重大. */
public enum Severity {
    GENERAL,
    SERIOUS,
    MAJOR
}
