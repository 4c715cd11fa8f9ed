package io.guatu.access;

import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.Author;
import io.guatu.domain.ProjectId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * A contractor's access as the entries left it, given {@code by}; {@code revoked} is when it was ended early, else null;
 * {@code shownTo} are the ids of those who had its link shown again.
 */
public record Grant(ProjectId project, GrantIssued issued, Author by, Instant revoked, Set<String> shownTo) {
    public Grant {
        shownTo = Set.copyOf(shownTo);
    }

    public boolean liveAt(Instant now) {
        return revoked == null && now.isBefore(issued.until());
    }

    /** Whether its link was in this person's hands: who gives it out is shown it. */
    public boolean heldBy(Author who) {
        return by.id().equals(who.id()) || shownTo.contains(who.id());
    }

    Grant revoked(Instant when) {
        return new Grant(project, issued, by, when, shownTo);
    }

    Grant shown(Author who) {
        Set<String> all = new HashSet<>(shownTo);
        all.add(who.id());
        return new Grant(project, issued, by, revoked, all);
    }
}
