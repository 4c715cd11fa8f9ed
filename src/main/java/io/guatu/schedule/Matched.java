package io.guatu.schedule;

import io.guatu.domain.MilestoneId;
import io.guatu.domain.PlanLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which milestones of the plan the chosen tasks are: those of the same name, each once, in order. The others get ids.
 *
 * @param known what the plan says of it, also when a baseline dropped it since
 * @param kept milestones of the plan that are none of the tasks
 */
record Matched(Map<Draft, PlanLine> known, Map<Draft, MilestoneId> ids, Set<MilestoneId> dropped, List<PlanLine> kept) {
    static Matched of(List<Draft> drafts, Present present) {
        List<PlanLine> lines = new ArrayList<>(present.lines());
        List<PlanLine> dropped = new ArrayList<>(present.dropped());
        Set<MilestoneId> taken = new HashSet<>();
        Stream.concat(lines.stream(), dropped.stream()).map(PlanLine::milestone).forEach(taken::add);
        MilestoneIds next = new MilestoneIds(taken);
        Map<Draft, PlanLine> known = new IdentityHashMap<>();
        Map<Draft, MilestoneId> ids = new IdentityHashMap<>();
        for (Draft draft : drafts) {
            Optional<PlanLine> same = take(lines, draft).or(() -> take(dropped, draft));
            same.ifPresent(line -> known.put(draft, line));
            ids.put(
                    draft,
                    same.map(PlanLine::milestone)
                            .orElseGet(() -> next.next(draft.task().name())));
        }
        Set<MilestoneId> former = new HashSet<>();
        present.dropped().forEach(line -> former.add(line.milestone()));
        return new Matched(known, ids, former, lines);
    }

    private static Optional<PlanLine> take(List<PlanLine> lines, Draft draft) {
        String name = TaskName.core(draft.task().name());
        Optional<PlanLine> same = lines.stream()
                .filter(line -> TaskName.core(line.name().zh()).equals(name)
                        || line.name().en() != null
                                && TaskName.core(line.name().en()).equals(name))
                .findFirst();
        same.ifPresent(lines::remove);
        return same;
    }

    /** Of a plan that is being made, in hundredths: what stays cannot be taken out again. */
    int keptWeight() {
        return kept.stream().mapToInt(line -> line.weight().hundredths()).sum();
    }
}
