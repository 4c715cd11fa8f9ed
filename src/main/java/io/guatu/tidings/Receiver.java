package io.guatu.tidings;

import io.guatu.access.Person;
import io.guatu.access.Roster;
import io.guatu.domain.PersonId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import java.time.Instant;
import java.util.List;

/**
 * A group or a person that hears from the board. The address is not here: it is a secret.
 *
 * @param person whose own it is; null: a group's, which the office looks after
 * @param what of which it hears
 * @param projects of which it hears; null: of all
 * @param english whether it is told in English
 * @param since what happened before is not told
 */
public record Receiver(
        String id,
        PersonId person,
        String name,
        Channel channel,
        List<What> what,
        List<ProjectId> projects,
        Hours hours,
        boolean english,
        Instant since) {
    public Receiver {
        what = List.copyOf(what);
        projects = projects == null ? null : List.copyOf(projects);
    }

    /** Whether it is to hear of this: a person of what is theirs, as long as they have access. */
    public boolean hears(Tiding tiding, Roster roster) {
        boolean before = tiding.at() != null && tiding.at().isBefore(since);
        return wants(tiding) && !before && maySee(tiding.project(), roster);
    }

    /** Whether it is to hear of what waited for its hour: wishes change, accounts are closed, projects change hands. */
    public boolean stillHears(Tiding tiding, Roster roster) {
        return tiding.what() == What.TEST || wants(tiding) && maySee(tiding.project(), roster);
    }

    private boolean wants(Tiding tiding) {
        return what.contains(tiding.what()) && (projects == null || projects.contains(tiding.project()));
    }

    private boolean maySee(ProjectId project, Roster roster) {
        if (person == null) {
            return true;
        }
        Person known = roster.people().get(person);
        return known != null
                && known.enabled()
                && (project == null
                        || known.added().role() != Role.MANAGER
                        || known.added().projects().contains(project));
    }
}
