package io.guatu.ledger;

import java.util.List;

/**
 * What one request adds, all or nothing: its drafts become neighbours in the ledger. {@code fingerprint} is the SHA-256 of
 * the request in hex: the same key with another fingerprint is another request.
 */
public record Unit(Key key, String fingerprint, List<Draft> drafts) {
    public Unit {
        drafts = List.copyOf(drafts);
    }
}
