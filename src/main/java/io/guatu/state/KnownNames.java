package io.guatu.state;

import io.guatu.access.Person;
import io.guatu.board.fold.Blocker;
import io.guatu.board.fold.Project;
import io.guatu.domain.ProjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who a board speaks of, so that a name is typed once and chosen afterwards: the same firm in two spellings is two firms to
 * every sum. Those named most often come first, of each at most {@value #MOST}; projects that left the board name nobody.
 *
 * @param units owners, offices that answer for a project or are to clear a blocker, and companies with access
 * @param people accounts, leaders in charge, contacts, and who stands for a company
 * @param responsible the names of each project's managers, where it has any
 */
public record KnownNames(List<String> units, List<String> people, Map<ProjectId, List<String>> responsible) {
    private static final int MOST = 500;

    public static KnownNames of(State state) {
        List<Project> projects = state.projects().byId().values().stream()
                .filter(project -> !project.profile().archived())
                .toList();
        Stream<String> ofProjects = projects.stream().flatMap(KnownNames::unitsOf);
        Stream<String> companies = state.roster().grants().values().stream()
                .map(grant -> grant.issued().company());
        Stream<String> accounts = state.roster().people().values().stream()
                .filter(Person::enabled)
                .map(person -> person.added().name());
        Stream<String> named = projects.stream()
                .flatMap(project -> Stream.of(
                        project.description().lead(), project.description().contact()));
        Stream<String> contractors = state.roster().grants().values().stream()
                .map(grant -> grant.issued().contractor());
        return new KnownNames(
                often(Stream.concat(ofProjects, companies)),
                often(Stream.of(accounts, named, contractors).flatMap(each -> each)),
                responsible(state));
    }

    private static Map<ProjectId, List<String>> responsible(State state) {
        Map<ProjectId, List<String>> names = new HashMap<>();
        state.roster().people().values().stream()
                .filter(Person::enabled)
                .map(Person::added)
                .forEach(added -> added.projects()
                        .forEach(project -> names.computeIfAbsent(project, none -> new ArrayList<>())
                                .add(added.name())));
        return names;
    }

    private static Stream<String> unitsOf(Project project) {
        return Stream.concat(
                Stream.of(project.profile().owner(), project.description().unit()),
                project.blockers().open().stream().map(Blocker::raised).map(raised -> raised.from()));
    }

    private static List<String> often(Stream<String> names) {
        Map<String, Integer> counts = new TreeMap<>();
        names.filter(Objects::nonNull)
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
