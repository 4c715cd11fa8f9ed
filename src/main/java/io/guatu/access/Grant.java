package io.guatu.access;

import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.ProjectId;
import java.time.Instant;

/** A contractor's access as the entries left it; {@code revoked} is when it was ended early, else null. */
public record Grant(ProjectId project, GrantIssued issued, Instant revoked) {
    public boolean liveAt(Instant now) {
        return revoked == null && now.isBefore(issued.until());
    }
}
