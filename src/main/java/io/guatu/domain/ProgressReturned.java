package io.guatu.domain;

/** The pending report with this {@code seq} goes back to its author, with the reason. */
public record ProgressReturned(long report, String reason) implements Update {}
