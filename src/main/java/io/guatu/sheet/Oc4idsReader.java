package io.guatu.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Goes over the projects of an OC4IDS file once and puts each beside the board, as is done with the lines of a sheet. */
final class Oc4idsReader {
    private static final String NO_PLACE = "no-place";
    /** The standard has fewer. */
    private static final int MOST_NAMES = 300;

    private Oc4idsReader() {}

    static Reading read(byte[] bytes, Answers answers, Present present) throws NotASheet {
        Proposing proposing = new Proposing(answers, present);
        List<Proposal> proposals = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Map<String, Integer> left = new TreeMap<>();
        Map<String, Integer> first = new HashMap<>();
        List<Oc4idsFile> projects = Oc4idsFile.projects(bytes);
        for (int i = 0; i < projects.size(); i++) {
            int row = i + 1;
            Oc4idsProject project = Oc4idsProject.of(row, projects.get(i), present);
            Line line = project.line();
            if (line.name() == null) {
                faults.add(new Fault(projects.get(i).place() + "/title", "no-name", ""));
                faults.addAll(line.faults());
                continue;
            }
            if (!names.add(Known.plain(line.name()))) {
                faults.add(new Fault(line.places().get(Field.NAME), "twice", line.name()));
                continue;
            }
            proposals.add(
                    proposing.of(proposing.meant(line).map(project::beside).orElse(line)));
            for (String name : project.left()) {
                if (left.size() >= MOST_NAMES && !left.containsKey(name)) {
                    continue;
                }
                left.merge(name, 1, Integer::sum);
                first.putIfAbsent(name, row);
            }
        }
        List<Skipped> skipped = left.entrySet().stream()
                .map(each -> new Skipped(
                        first.get(each.getKey()),
                        NO_PLACE,
                        each.getValue() == 1 ? each.getKey() : each.getKey() + " ×" + each.getValue()))
                .toList();
        return new Reading(
                Reading.Format.OC4IDS,
                List.of(),
                List.of(),
                "",
                List.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                proposing.questions(),
                proposals,
                skipped,
                faults);
    }
}
