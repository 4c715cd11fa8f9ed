package io.guatu.domain;

import java.time.Instant;
import java.util.List;

/** A contractor may report on these milestones of the project until {@code until}. */
public record GrantIssued(GrantId grant, String contractor, String company, List<MilestoneId> milestones, Instant until)
        implements Update {
    public GrantIssued {
        milestones = List.copyOf(milestones);
    }
}
