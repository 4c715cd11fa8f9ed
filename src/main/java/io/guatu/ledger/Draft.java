package io.guatu.ledger;

import io.guatu.domain.Author;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Update;
import java.time.Instant;

/**
 * An entry before the ledger numbers it. {@code fingerprint} is the SHA-256 of the request in hex: the same key with
 * another fingerprint is another request.
 */
public record Draft(
        Key key, String fingerprint, ProjectId project, long projectSeq, Instant at, Author by, Update update) {}
