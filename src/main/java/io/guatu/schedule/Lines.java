package io.guatu.schedule;

import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.PlanLine;
import io.guatu.domain.Weight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines that drafts become, each after all that it waits for, else in the file's order. */
final class Lines {
    private Lines() {}

    static List<Line> of(
            Schedule schedule, List<Draft> drafts, int[] weights, Map<Task, Set<Task>> before, Matched matched) {
        Map<Task, MilestoneId> ids = new IdentityHashMap<>();
        drafts.forEach(draft -> ids.put(draft.task(), matched.ids().get(draft)));
        List<Line> lines = new ArrayList<>();
        Set<Task> there = new HashSet<>();
        while (lines.size() < drafts.size()) {
            for (int i = 0; i < drafts.size(); i++) {
                Draft draft = drafts.get(i);
                Set<Task> waits = before.get(draft.task());
                if (there.containsAll(waits) && there.add(draft.task())) {
                    List<MilestoneId> after = waits.stream().map(ids::get).toList();
                    lines.add(line(schedule, draft, weights[i], after, matched));
                    break;
                }
            }
        }
        return lines;
    }

    static Set<MilestoneId> ids(List<Line> lines) {
        return lines.stream().map(each -> each.line().milestone()).collect(Collectors.toSet());
    }

    private static Line line(Schedule schedule, Draft draft, int weight, List<MilestoneId> after, Matched matched) {
        PlanLine known = matched.known().get(draft);
        Task task = draft.task();
        boolean cut = known == null && task.name().codePointCount(0, task.name().length()) > TaskName.LONGEST;
        Name name = known != null ? known.name() : new Name(TaskName.shortened(task.name()), null);
        PlanLine line = new PlanLine(
                matched.ids().get(draft),
                name,
                new Weight(weight),
                draft.days().start(),
                draft.days().finish(),
                after);
        PlanLine present = known == null || matched.dropped().contains(known.milestone()) ? null : known;
        String under = task.parent() == null ? null : schedule.at(task.parent()).name();
        return new Line(line, task.code(), under, state(line, present), present, cut, task.done());
    }

    private static Line.State state(PlanLine line, PlanLine present) {
        if (present == null) {
            return Line.State.NEW;
        }
        boolean same = line.weight().equals(present.weight())
                && line.start().equals(present.start())
                && line.finish().equals(present.finish())
                && new HashSet<>(line.predecessors()).equals(new HashSet<>(present.predecessors()));
        return same ? Line.State.SAME : Line.State.CHANGED;
    }
}
