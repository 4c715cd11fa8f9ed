package io.guatu.ledger;

/** What makes a write happen once: the author's id and the {@code Idempotency-Key} that the author chose. */
public record IdempotencyKey(String author, String key) {}
