package io.guatu.access;

import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.AccessUpdate.PersonAdded;
import io.guatu.domain.Author;
import io.guatu.domain.GrantAction;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who asks, with what is theirs now.
 *
 * @param claims of the token; null for the program itself, which has none
 * @param projects a manager's own projects or the one project of a grant
 * @param milestones those of a grant, empty for people
 * @param actions those of a grant, empty for people
 */
public record Principal(
        Claims claims,
        Author author,
        List<ProjectId> projects,
        List<MilestoneId> milestones,
        List<GrantAction> actions) {

    /** The subject's access at this moment, or empty when it ended, was revoked, or never was. */
    public static Optional<Principal> of(Claims claims, Roster roster, Instant now) {
        return now.isBefore(claims.expires()) ? known(claims, roster, now) : Optional.empty();
    }

    /** The same person or grant as the roster has it now: asked again inside the transaction. */
    public Optional<Principal> renewed(Roster roster, Instant now) {
        return claims == null ? Optional.of(this) : known(claims, roster, now);
    }

    /** The program itself: seeds and the first account. It has no token. */
    public static Principal system() {
        return new Principal(null, Author.SYSTEM, List.of(), List.of(), List.of());
    }

    public Subject subject() {
        return claims.subject();
    }

    public Instant expires() {
        return claims.expires();
    }

    public Role role() {
        return author.role();
    }

    public boolean owns(ProjectId project) {
        return projects.contains(project);
    }

    private static Optional<Principal> known(Claims claims, Roster roster, Instant now) {
        Subject subject = claims.subject();
        if (subject instanceof Subject.Person person) {
            return Optional.ofNullable(roster.people().get(person.id()))
                    .filter(known -> known.admits(claims.issued()))
                    .map(known -> person(claims, known.added()));
        }
        if (subject instanceof Subject.Contractor contractor) {
            return Optional.ofNullable(roster.grants().get(contractor.id()))
                    .filter(grant -> grant.liveAt(now))
                    .map(grant -> contractor(claims, grant));
        }
        if (subject instanceof Subject.Invited invited) {
            return roster.grantsOf(invited.id()).stream()
                    .filter(grant -> grant.liveAt(now))
                    .findFirst()
                    .map(grant -> invited(claims, invited, grant.issued()));
        }
        return Optional.ofNullable(roster.screens().get(((Subject.Display) subject).id()))
                .filter(screen -> screen.liveAt(now))
                .map(screen -> screen(claims, screen));
    }

    private static Principal person(Claims claims, PersonAdded added) {
        Author author = new Author(added.person().value(), added.role(), added.name(), null);
        return new Principal(claims, author, added.projects(), List.of(), List.of());
    }

    private static Principal contractor(Claims claims, Grant grant) {
        GrantIssued issued = grant.issued();
        Author author = new Author(
                issued.grant().value(), Role.CONTRACTOR, issued.contractor(), issued.company(), issued.side());
        return new Principal(claims, author, List.of(grant.project()), issued.milestones(), issued.actions());
    }

    /** It owns no project: each grant speaks for itself, by its own token. */
    private static Principal invited(Claims claims, Subject.Invited invited, GrantIssued any) {
        Author author = new Author(invited.id().value(), Role.CONTRACTOR, any.contractor(), any.company(), any.side());
        return new Principal(claims, author, List.of(), List.of(), List.of());
    }

    private static Principal screen(Claims claims, Screen screen) {
        Author author = new Author(
                screen.issued().screen().value(), Role.SCREEN, screen.issued().name(), null);
        return new Principal(claims, author, List.of(), List.of(), List.of());
    }
}
