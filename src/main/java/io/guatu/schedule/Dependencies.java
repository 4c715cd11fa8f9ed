package io.guatu.schedule;

import io.guatu.schedule.Left.Why;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What chosen tasks wait for: each other alone, from finish to start. A task that was left out passes on what it waits for; one
 * that is part of a chosen task speaks for it where the days bear that out. Nothing waits for itself.
 */
final class Dependencies {
    private final Schedule schedule;
    private final Cut cut;
    private final Map<Task, Days> days = new LinkedHashMap<>();
    private final Left.Notes notes;
    private final Map<Task, Set<Task>> before = new LinkedHashMap<>();

    private Dependencies(Schedule schedule, Cut cut, List<Draft> drafts, Left.Notes notes) {
        this.schedule = schedule;
        this.cut = cut;
        this.notes = notes;
        drafts.forEach(draft -> {
            days.put(draft.task(), draft.days());
            before.put(draft.task(), new LinkedHashSet<>());
        });
    }

    /** By task, in the drafts' order. */
    static Map<Task, Set<Task>> of(Schedule schedule, Cut cut, List<Draft> drafts, Left.Notes notes) {
        Dependencies found = new Dependencies(schedule, cut, drafts, notes);
        found.others();
        List<Edge> edges = new ArrayList<>();
        found.before.keySet().forEach(task -> edges.addAll(found.edges(task)));
        edges.stream().filter(Edge::said).forEach(found::add);
        edges.stream().filter(edge -> !edge.said()).forEach(found::add);
        return found.before;
    }

    /** @param said between the two themselves, not between what they consist of */
    private record Edge(Task from, Task to, boolean said) {}

    /** A task on the way back. @param said whether no part of a chosen one was on it */
    private record Step(Task task, boolean said) {}

    private List<Edge> edges(Task to) {
        List<Edge> edges = new ArrayList<>();
        Set<Task> seen = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>();
        parts(to).forEach(part -> open.add(new Step(part, part == to)));
        while (!open.isEmpty()) {
            Step step = open.poll();
            if (!seen.add(step.task())) {
                continue;
            }
            if (step.task().parent() != null
                    && cut.owner(schedule.at(step.task().parent())) == null) {
                // What a summary waits for, all of it waits for.
                open.add(new Step(schedule.at(step.task().parent()), step.said()));
            }
            for (Task.Link link : step.task().before()) {
                if (link.finishToStart()) {
                    reach(schedule.at(link.place()), to, step.said(), edges, open);
                }
            }
        }
        return edges;
    }

    private void reach(Task from, Task to, boolean said, List<Edge> edges, Deque<Step> open) {
        Task owner = cut.owner(from);
        if (owner == to) {
            return;
        }
        if (owner != null) {
            edges.add(new Edge(owner, to, said && owner == from));
            return;
        }
        open.add(new Step(from, said));
        // A summary has finished when all of it has.
        schedule.children(from).forEach(child -> reach(child, to, false, edges, open));
    }

    private List<Task> parts(Task task) {
        List<Task> parts = new ArrayList<>(List.of(task));
        for (int i = 0; i < parts.size(); i++) {
            parts.addAll(schedule.children(parts.get(i)));
        }
        return parts;
    }

    private void add(Edge edge) {
        Set<Task> known = before.get(edge.to());
        if (known.contains(edge.from())) {
            return;
        }
        String names = edge.from().name() + " → " + edge.to().name();
        if (!edge.said()
                && days.get(edge.from()).finish().isAfter(days.get(edge.to()).start())) {
            notes.add(Why.OVERLAP, names);
        } else if (waits(edge.from(), edge.to())) {
            notes.add(Why.LOOP, names);
        } else {
            known.add(edge.from());
        }
    }

    /** Whether it waits for the other already, be it by others. */
    private boolean waits(Task task, Task other) {
        Set<Task> seen = new HashSet<>();
        Deque<Task> open = new ArrayDeque<>(List.of(task));
        while (!open.isEmpty()) {
            Task next = open.poll();
            if (next == other) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(before.get(next));
            }
        }
        return false;
    }

    /** Relations that a plan cannot have are named, unless both ends are of one milestone. */
    private void others() {
        for (Task task : schedule.tasks()) {
            for (Task.Link link : task.before()) {
                Task from = schedule.at(link.place());
                boolean within = cut.owner(task) != null && cut.owner(task) == cut.owner(from);
                if (!within && !link.finishToStart()) {
                    notes.add(Why.RELATION, from.name() + " → " + task.name());
                } else if (!within && link.lag()) {
                    notes.add(Why.LAG, from.name() + " → " + task.name());
                }
            }
        }
    }
}
