package io.guatu.http.route;

import io.guatu.access.Grant;
import io.guatu.access.Roster;
import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.CompanyId;
import io.guatu.http.answer.RandomId;
import io.guatu.http.problem.Problem;
import java.util.List;
import java.util.Map;

/** The companies that ever had access. They are never forgotten. */
record Companies(Roster roster) {
    /** One that can be chosen for the next access. */
    record Company(CompanyId id, String name, List<String> contractors) {}

    List<Company> all() {
        return roster.companies().entrySet().stream()
                .map(each -> new Company(each.getKey(), each.getValue(), contractors(each.getKey())))
                .toList();
    }

    /**
     * Who gets access: the company that was chosen; the one that has this name; or, when nobody has it or it is
     * {@code another} one, a new one. As none is forgotten, it need not be asked again when the entry is written.
     *
     * @param chosen null when it is meant by its name
     * @throws Problem when nobody can say which one
     */
    CompanyId meant(CompanyId chosen, String name, boolean another) {
        Map<CompanyId, String> known = roster.companies();
        if (chosen != null) {
            if (!known.containsKey(chosen)) {
                throw Problem.of(422, "unknown-company");
            }
            return chosen;
        }
        List<CompanyId> namesakes = known.keySet().stream()
                .filter(id -> CompanyId.sameName(known.get(id), name))
                .toList();
        if (namesakes.isEmpty() || another) {
            CompanyId first = CompanyId.named(name);
            return known.containsKey(first) ? new CompanyId(RandomId.with("c-")) : first;
        }
        if (namesakes.size() > 1) {
            throw Problem.of(409, "company-ambiguous");
        }
        return namesakes.get(0);
    }

    private List<String> contractors(CompanyId company) {
        return roster.grants().values().stream()
                .map(Grant::issued)
                .filter(issued -> issued.side().equals(company))
                .map(GrantIssued::contractor)
                .distinct()
                .toList();
    }
}
