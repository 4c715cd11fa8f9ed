package io.guatu.ledger.archive;

import io.guatu.domain.Entry;
import io.guatu.ledger.ChainLinks.Sealed;

/** Whether the board that takes an archive in could live with its entries, each of which is as it was written. */
public interface Measure {
    /** What this board itself wrote once. */
    Measure OWN = (row, entry) -> {};

    /**
     * @param row the entry as it is stored
     * @throws Refused with a sentence when no board can have such an entry
     */
    void take(Sealed row, Entry entry) throws Refused;

    /** After the last one. */
    default void end() throws Refused {}
}
