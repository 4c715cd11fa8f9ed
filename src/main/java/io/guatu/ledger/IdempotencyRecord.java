package io.guatu.ledger;

import io.guatu.domain.Entry;
import java.util.List;

/** A key that was used before: by which request, and the entries that it made. */
public record IdempotencyRecord(String fingerprint, List<Entry> entries) {
    public IdempotencyRecord {
        entries = List.copyOf(entries);
    }
}
