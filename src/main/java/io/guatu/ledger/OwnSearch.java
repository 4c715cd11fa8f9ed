package io.guatu.ledger;

import io.guatu.domain.GrantId;
import io.guatu.domain.ProjectId;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;

/**
 * What a company told of a project, and the answers to it: verifications, returns, what became of its blockers, notices to
 * it, and the re-checks of what they name.
 *
 * @param grants all that the company has or had: who it is, is not how it is written
 */
public record OwnSearch(long after, long before, ProjectId project, Collection<GrantId> grants) {
    public OwnSearch {
        grants = List.copyOf(grants);
    }

    Tuple parameters(int limit) {
        return Tuple.tuple()
                .addLong(after)
                .addLong(before)
                .addString(project.value())
                .addArrayOfString(grants.stream().map(GrantId::value).toArray(String[]::new))
                .addInteger(limit);
    }
}
