package io.guatu.board.fold;

import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.Author;
import io.guatu.domain.CompanyId;
import io.guatu.domain.Entry;
import io.guatu.domain.Role;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Whose the grants of a project are, by their ids: an entry names its grant, and the company only as it is written. */
public record Companies(Map<String, CompanyId> byGrant) {
    static final Companies NONE = new Companies(Map.of());

    public Companies {
        byGrant = Collections.unmodifiableMap(byGrant);
    }

    Companies after(Entry entry) {
        if (!(entry.update() instanceof GrantIssued issued)) {
            return this;
        }
        Map<String, CompanyId> more = new HashMap<>(byGrant);
        more.put(issued.grant().value(), issued.side());
        return new Companies(more);
    }

    /** The same entry, with who its author's company is. */
    Entry told(Entry entry) {
        Author by = entry.by();
        CompanyId known = by.role() == Role.CONTRACTOR ? byGrant.get(by.id()) : null;
        return known == null
                ? entry
                : new Entry(entry.seq(), entry.project(), entry.projectSeq(), entry.at(), by.of(known), entry.update());
    }
}
