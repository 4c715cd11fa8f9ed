package io.guatu.access;

import io.guatu.domain.AccessUpdate;
import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.AccessUpdate.GrantRevoked;
import io.guatu.domain.AccessUpdate.GrantShown;
import io.guatu.domain.AccessUpdate.LogInCopied;
import io.guatu.domain.AccessUpdate.PasswordChanged;
import io.guatu.domain.AccessUpdate.PasswordReset;
import io.guatu.domain.AccessUpdate.PersonAdded;
import io.guatu.domain.AccessUpdate.PersonDisabled;
import io.guatu.domain.AccessUpdate.PersonEnabled;
import io.guatu.domain.AccessUpdate.ScreenIssued;
import io.guatu.domain.AccessUpdate.ScreenNamed;
import io.guatu.domain.AccessUpdate.ScreenRevoked;
import io.guatu.domain.Author;
import io.guatu.domain.CompanyId;
import io.guatu.domain.Entry;
import io.guatu.domain.GrantId;
import io.guatu.domain.InvitationId;
import io.guatu.domain.PersonId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ScreenId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everyone who has or had access, folded from the ledger; immutable. Revoked grants and screens stay, marked. */
public record Roster(Map<PersonId, Person> people, Map<GrantId, Grant> grants, Map<ScreenId, Screen> screens) {
    public static final Roster NONE = new Roster(Map.of(), Map.of(), Map.of());

    public Roster {
        people = Collections.unmodifiableMap(people);
        grants = Collections.unmodifiableMap(grants);
        screens = Collections.unmodifiableMap(screens);
    }

    public List<Grant> grantsOf(ProjectId project) {
        return grants.values().stream()
                .filter(grant -> grant.project().equals(project))
                .toList();
    }

    /** What the link of this invitation opens, or did. */
    public List<Grant> grantsOf(InvitationId invitation) {
        return grants.values().stream()
                .filter(grant -> invitation.equals(grant.issued().invitation()))
                .toList();
    }

    /** Whether the grant (null: none) is one of this contractor's company, within one project. */
    public boolean isOf(GrantId grant, Author contractor) {
        Grant given = grant == null ? null : grants.get(grant);
        return given != null && given.issued().side().equals(contractor.whose());
    }

    /** Every company that has or had access to any project, by its newest name, oldest first. */
    public Map<CompanyId, String> companies() {
        Map<CompanyId, String> companies = new LinkedHashMap<>();
        grants.values()
                .forEach(grant ->
                        companies.put(grant.issued().side(), grant.issued().company()));
        return companies;
    }

    /** The names of a project's managers whose accounts are open. */
    public List<String> managersOf(ProjectId project) {
        return people.values().stream()
                .filter(person -> person.enabled() && person.added().projects().contains(project))
                .map(person -> person.added().name())
                .toList();
    }

    /** This roster after more entries; the same object when none of them concerns access. */
    public Roster after(List<Entry> entries) {
        if (entries.stream().noneMatch(entry -> entry.update() instanceof AccessUpdate)) {
            return this;
        }
        Map<PersonId, Person> newPeople = new LinkedHashMap<>(people);
        Map<GrantId, Grant> newGrants = new LinkedHashMap<>(grants);
        Map<ScreenId, Screen> newScreens = new LinkedHashMap<>(screens);
        for (Entry entry : entries) {
            Instant at = entry.at();
            if (entry.update() instanceof PersonAdded added) {
                newPeople.merge(
                        added.person(),
                        new Person(added, null, Instant.EPOCH),
                        (known, changed) -> new Person(added, known.disabled(), known.since()));
            } else if (entry.update() instanceof PersonDisabled disabled) {
                newPeople.computeIfPresent(disabled.person(), (id, person) -> new Person(person.added(), at, at));
            } else if (entry.update() instanceof PersonEnabled enabled) {
                newPeople.computeIfPresent(
                        enabled.person(), (id, person) -> new Person(person.added(), null, person.since()));
            } else if (entry.update() instanceof PasswordReset reset) {
                newPeople.computeIfPresent(
                        reset.person(), (id, person) -> new Person(person.added(), person.disabled(), at));
            } else if (entry.update() instanceof PasswordChanged changed) {
                newPeople.computeIfPresent(
                        changed.person(), (id, person) -> new Person(person.added(), person.disabled(), at));
            } else if (entry.update() instanceof LogInCopied copied) {
                newPeople.computeIfPresent(
                        copied.person(), (id, person) -> new Person(person.added(), person.disabled(), at));
            } else if (entry.update() instanceof GrantIssued issued) {
                newGrants.put(issued.grant(), new Grant(entry.project(), issued, entry.by(), null, Set.of()));
            } else if (entry.update() instanceof GrantRevoked revoked) {
                newGrants.computeIfPresent(revoked.grant(), (id, grant) -> grant.revoked(at));
            } else if (entry.update() instanceof GrantShown shown) {
                newGrants.computeIfPresent(shown.grant(), (id, grant) -> grant.shown(entry.by()));
            } else if (entry.update() instanceof ScreenIssued issued) {
                newScreens.put(issued.screen(), new Screen(issued, null));
            } else if (entry.update() instanceof ScreenNamed named) {
                newScreens.computeIfPresent(named.screen(), (id, screen) -> screen.named(named.name()));
            } else if (entry.update() instanceof ScreenRevoked revoked) {
                newScreens.computeIfPresent(revoked.screen(), (id, screen) -> new Screen(screen.issued(), entry.at()));
            }
        }
        return new Roster(newPeople, newGrants, newScreens);
    }
}
