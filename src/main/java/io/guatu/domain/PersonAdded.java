package io.guatu.domain;

import java.util.List;

/** An account, or its new role and projects. The password never comes near the ledger. */
public record PersonAdded(PersonId person, String name, Role role, List<ProjectId> projects) implements Update {
    public PersonAdded {
        projects = projects == null ? List.of() : List.copyOf(projects);
    }
}
