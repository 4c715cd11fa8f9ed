package io.guatu.ledger;

import io.guatu.domain.Entry;
import java.util.List;
import java.util.Map;

/**
 * The ledger while nobody else can add to it. {@code unseen} are the entries that the caller's state does not hold yet, up to
 * the batch's base; {@code known} are those keys that were used before; what is put into the {@code batch} will be committed.
 */
public record LockedLedger(List<Entry> unseen, Map<IdempotencyKey, IdempotencyRecord> known, Batch batch) {
    public LockedLedger {
        unseen = List.copyOf(unseen);
    }

    /** What can be decided from a state without asking: nothing unseen, no key known, right if nothing comes between. */
    public static LockedLedger supposedAt(Head head) {
        return new LockedLedger(List.of(), Map.of(), new Batch(head));
    }
}
