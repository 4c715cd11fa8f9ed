package io.guatu.ledger;

import io.guatu.domain.Entry;
import java.util.List;

/**
 * A stretch of the ledger.
 *
 * @param seal of the entry before it; null when there is no such entry
 * @param entries in order, without holes
 * @param seals of the entries
 * @param end the entry after these, where this program does not understand it: then nothing that follows is here; else null
 */
public record Page(Seal seal, List<Entry> entries, List<Seal> seals, NotUnderstood end) {
    public Page {
        entries = List.copyOf(entries);
        seals = List.copyOf(seals);
    }

    public Page(Seal seal, List<Entry> entries, List<Seal> seals) {
        this(seal, entries, seals, null);
    }

    /** With no entry after the one that has this seal. */
    public static Page empty(Seal seal) {
        return new Page(seal, List.of(), List.of());
    }

    /**
     * Whether somebody who stands at {@code other} may be in the past that this is of, seen from {@code before}, which is where
     * it was read: not when it holds that entry with another seal.
     */
    public boolean mayHold(Head before, Head other) {
        long at = other.seq() - before.seq();
        return at < 0 || at > seals.size() || other.seal().equals(at == 0 ? seal : seals.get((int) at - 1));
    }

    /** Where somebody stands who stood at {@code before} and has read this. */
    public Head after(Head before) {
        if (entries.isEmpty()) {
            return before;
        }
        int last = entries.size() - 1;
        return new Head(
                before.epoch(),
                entries.get(last).seq(),
                seals.get(last),
                entries.get(last).at());
    }
}
