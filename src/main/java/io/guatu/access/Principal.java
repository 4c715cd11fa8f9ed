package io.guatu.access;

import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.AccessUpdate.PersonAdded;
import io.guatu.domain.Author;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who asks, with what is theirs now. {@code projects} are a manager's own projects or the one project of a grant;
 * {@code milestones} those of a grant, empty for people.
 */
public record Principal(
        Subject subject, Author author, List<ProjectId> projects, List<MilestoneId> milestones, Instant expires) {

    /** The subject's access at this moment, or empty when it ended, was revoked, or never was. */
    public static Optional<Principal> of(Claims claims, Roster roster, Instant now) {
        return now.isBefore(claims.expires()) ? of(claims.subject(), claims.expires(), roster, now) : Optional.empty();
    }

    /** The same person or grant as the roster has it now: asked again inside the transaction. */
    public Optional<Principal> renewed(Roster roster, Instant now) {
        return subject == null ? Optional.of(this) : of(subject, expires, roster, now);
    }

    /** The program itself: seeds and the first account. It has no token. */
    public static Principal system() {
        return new Principal(null, Author.SYSTEM, List.of(), List.of(), Instant.MAX);
    }

    public Role role() {
        return author.role();
    }

    public boolean owns(ProjectId project) {
        return projects.contains(project);
    }

    private static Optional<Principal> of(Subject subject, Instant expires, Roster roster, Instant now) {
        if (subject instanceof Subject.Person person) {
            return Optional.ofNullable(roster.people().get(person.id()))
                    .filter(Person::enabled)
                    .map(known -> person(person, known.added(), expires));
        }
        if (subject instanceof Subject.Contractor contractor) {
            return Optional.ofNullable(roster.grants().get(contractor.id()))
                    .filter(grant -> grant.liveAt(now))
                    .map(grant -> contractor(contractor, grant, expires));
        }
        return Optional.ofNullable(roster.screens().get(((Subject.Display) subject).id()))
                .filter(screen -> screen.liveAt(now))
                .map(screen -> new Principal(
                        subject,
                        new Author(
                                screen.issued().screen().value(),
                                Role.SCREEN,
                                screen.issued().name(),
                                null),
                        List.of(),
                        List.of(),
                        expires));
    }

    private static Principal person(Subject.Person person, PersonAdded added, Instant expires) {
        Author author = new Author(person.id().value(), added.role(), added.name(), null);
        return new Principal(person, author, added.projects(), List.of(), expires);
    }

    private static Principal contractor(Subject.Contractor contractor, Grant grant, Instant expires) {
        GrantIssued issued = grant.issued();
        Author author = new Author(contractor.id().value(), Role.CONTRACTOR, issued.contractor(), issued.company());
        return new Principal(contractor, author, List.of(grant.project()), issued.milestones(), expires);
    }
}
