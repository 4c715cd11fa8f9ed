package io.guatu.access;

import java.time.Instant;

/** What a token with a good signature says. Whether its subject still has access is the roster's to know. */
public record Claims(Subject subject, Instant issued, Instant expires) {}
