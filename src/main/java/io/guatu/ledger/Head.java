package io.guatu.ledger;

import java.time.Instant;
import java.util.UUID;

/** The end of the ledger: which past this is, how long it is, and the seal and time of its last entry. */
public record Head(UUID epoch, long seq, Seal seal, Instant at) {}
