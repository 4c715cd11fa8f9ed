package io.guatu.domain;

import java.time.LocalDate;

/**
 * How far a milestone was on the day {@code asOf}. From the project's manager or the office it counts at once; from a
 * contractor it is pending until verified. {@code from} is what the board knew before, filled in by the command room so that
 * the entry reads as a sentence; {@code note} and {@code forecast} (expected finish) may be null.
 */
public record ProgressReported(
        MilestoneId milestone, Percent percent, LocalDate asOf, String note, LocalDate forecast, Percent from)
        implements Update {
    public ProgressReported from(Percent known) {
        return new ProgressReported(milestone, percent, asOf, note, forecast, known);
    }
}
