package io.guatu.domain;

import java.time.Instant;

/**
 * One line of the ledger. {@code seq} is commit order without gaps from 1; {@code projectSeq} the same within the project.
 * {@code project} and {@code projectSeq} are null and 0 for what concerns the whole board. {@code at} never goes back.
 */
public record Entry(long seq, ProjectId project, long projectSeq, Instant at, Author by, Update update) {}
