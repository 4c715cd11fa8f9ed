package io.guatu.ledger;

import io.guatu.domain.ProjectId;
import java.time.Instant;
import java.util.Set;

/**
 * Which entries somebody looks for; what is null is any. {@code from} is included and {@code to} is not; {@code text} is
 * looked for in the update and in the author's name, whatever its case.
 *
 * @param hidden kinds that are not for this somebody
 */
public record Search(
        long after,
        long before,
        ProjectId project,
        String kind,
        String author,
        Instant from,
        Instant to,
        String text,
        Set<String> hidden) {
    public Search {
        hidden = Set.copyOf(hidden);
    }
}
