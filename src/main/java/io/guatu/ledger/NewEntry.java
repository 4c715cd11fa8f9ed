package io.guatu.ledger;

import io.guatu.domain.Author;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Update;
import java.time.Instant;

/** An entry before the ledger numbers it. */
public record NewEntry(ProjectId project, long projectSeq, Instant at, Author by, Update update) {}
