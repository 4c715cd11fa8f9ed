package io.guatu.ledger;

import io.guatu.domain.Entry;
import java.util.List;
import java.util.Map;

/**
 * A writer's turn: the ledger is locked at {@code head}. {@code unseen} are the entries that the writer has not folded
 * yet, up to the head; {@code known} are the keys of the batch that were used before. What is decided from these is
 * decided from the whole truth.
 */
public record LockedLedger(Head head, List<Entry> unseen, Map<IdempotencyKey, IdempotencyRecord> known) {}
