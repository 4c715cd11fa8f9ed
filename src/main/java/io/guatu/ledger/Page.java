package io.guatu.ledger;

import io.guatu.domain.Entry;
import java.util.List;

/**
 * A stretch of the ledger.
 *
 * @param seal of the entry before it; null when there is no such entry
 * @param entries in order, without holes
 * @param end the seal of the last of them, {@code seal} when there are none
 */
public record Page(Seal seal, List<Entry> entries, Seal end) {
    public Page {
        entries = List.copyOf(entries);
    }

    /** Where somebody stands who stood at {@code before} and has read this. */
    public Head after(Head before) {
        if (entries.isEmpty()) {
            return before;
        }
        Entry last = entries.get(entries.size() - 1);
        return new Head(before.epoch(), last.seq(), end, last.at());
    }
}
