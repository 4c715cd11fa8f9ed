package io.guatu.domain;

/** The pending report with this {@code seq} is true. */
public record ProgressVerified(long report) implements Update {}
