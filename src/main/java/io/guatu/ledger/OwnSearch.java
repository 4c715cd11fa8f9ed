package io.guatu.ledger;

import io.guatu.domain.GrantId;
import io.guatu.domain.ProjectId;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;

/**
 * What a company told of a project, and the answers to it: verifications, returns, what became of its blockers, what was sent
 * to it, and the answers to what that names.
 *
 * @param grants all that the company has or had: who it is, is not how it is written
 * @param sent the entries that are meant for it, which others told
 * @param named what those speak of
 */
public record OwnSearch(
        long after,
        long before,
        ProjectId project,
        Collection<GrantId> grants,
        Collection<Long> sent,
        Collection<Long> named) {
    public OwnSearch {
        grants = List.copyOf(grants);
        sent = List.copyOf(sent);
        named = List.copyOf(named);
    }

    Tuple parameters(int limit, long end) {
        return Tuple.tuple()
                .addLong(after)
                .addLong(Math.min(before, end))
                .addString(project.value())
                .addArrayOfString(grants.stream().map(GrantId::value).toArray(String[]::new))
                .addArrayOfLong(sent.toArray(Long[]::new))
                .addArrayOfLong(named.toArray(Long[]::new))
                .addInteger(limit);
    }
}
