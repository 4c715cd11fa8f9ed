package io.guatu.state;

import io.guatu.access.Grant;
import io.guatu.access.Person;
import io.guatu.access.Screen;
import io.guatu.board.fold.Project;
import io.guatu.domain.Role;
import java.time.Instant;
import java.util.List;

/**
 * How far a board is from living: whether it has a name, who is responsible, how many of its projects have a plan, whether a wall
 * shows it and a contractor may report. What is past (ended access, an archived project) does not count.
 *
 * @param named whether it was given a name
 * @param people accounts that are open, beside the office's
 * @param projects on the board
 * @param managed of them with somebody responsible
 * @param planned of them with a plan that is whole
 * @param screens that may look now
 * @param grants that may report now
 * @param done whether nothing of this is missing for a first project: then nobody needs to be led any more
 */
public record FirstSteps(
        boolean named,
        long people,
        long projects,
        long managed,
        long planned,
        long screens,
        long grants,
        boolean done) {
    public static FirstSteps of(State state, Instant now) {
        List<Project> projects = state.projects().byId().values().stream()
                .filter(project -> !project.profile().archived())
                .toList();
        boolean named = state.projects().settings().opened() != null;
        long people = state.roster().people().values().stream()
                .filter(Person::enabled)
                .filter(person -> person.added().role() != Role.OFFICE)
                .count();
        long managed = projects.stream()
                .filter(project -> !state.roster().managersOf(project.id()).isEmpty())
                .count();
        long planned = projects.stream()
                .filter(project -> project.plan().baseline() != null)
                .count();
        long screens = state.roster().screens().values().stream()
                .filter((Screen screen) -> screen.liveAt(now))
                .count();
        long grants = state.roster().grants().values().stream()
                .filter((Grant grant) -> grant.liveAt(now))
                .count();
        boolean done = named && people > 0 && planned > 0 && screens > 0 && grants > 0;
        return new FirstSteps(named, people, projects.size(), managed, planned, screens, grants, done);
    }
}
