package io.guatu.board;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Percent;
import io.guatu.domain.ProgressReported;
import java.time.Instant;
import java.time.LocalDate;

/** A contractor's report that waits for its verdict. {@code seq} is the entry that brought it. */
public record Report(
        long seq,
        MilestoneId milestone,
        Percent percent,
        LocalDate asOf,
        String note,
        LocalDate forecast,
        Instant at,
        Author by) {
    static Report of(Entry entry, ProgressReported reported) {
        return new Report(
                entry.seq(),
                reported.milestone(),
                reported.percent(),
                reported.asOf(),
                reported.note(),
                reported.forecast(),
                entry.at(),
                entry.by());
    }
}
