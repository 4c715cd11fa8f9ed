package io.guatu.ledger;

import io.guatu.domain.Entry;

/** A key that was used before: by which request, and the entry that it made. */
public record Known(String fingerprint, Entry entry) {}
