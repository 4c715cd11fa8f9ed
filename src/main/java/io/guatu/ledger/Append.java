package io.guatu.ledger;

import java.util.List;

/**
 * What one request adds, all or nothing: its drafts become neighbours in the ledger. {@code fingerprint} is the SHA-256 of
 * the request in hex: the same key with another fingerprint is another request.
 */
public record Append(IdempotencyKey key, String fingerprint, List<NewEntry> drafts) {
    public Append {
        drafts = List.copyOf(drafts);
    }
}
