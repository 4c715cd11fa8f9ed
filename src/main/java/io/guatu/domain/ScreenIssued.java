package io.guatu.domain;

import java.time.Instant;

/** A wall display may look until {@code until}. */
public record ScreenIssued(ScreenId screen, String name, Instant until) implements Update {}
