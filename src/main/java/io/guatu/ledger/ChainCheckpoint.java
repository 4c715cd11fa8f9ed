package io.guatu.ledger;

import java.time.Instant;
import java.util.Map;

/**
 * How far the chain of seals was found whole.
 *
 * @param positions the position of each project's last entry up to {@code seq}
 * @param since when the reading that found it began at the first entry
 */
record ChainCheckpoint(long seq, Seal seal, Map<String, Long> positions, Instant since) {
    ChainCheckpoint {
        positions = Map.copyOf(positions);
    }
}
