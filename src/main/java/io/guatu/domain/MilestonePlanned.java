package io.guatu.domain;

import java.time.LocalDate;

/** A dated step with its share of the project, in percent; both dates are inclusive days of the board's zone. */
public record MilestonePlanned(MilestoneId milestone, Name name, Weight weight, LocalDate start, LocalDate finish)
        implements Update {}
