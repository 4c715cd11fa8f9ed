package io.guatu.schedule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** One schedule of a file: its tasks in their order, each after its parent. */
record Schedule(String name, List<Task> tasks) {
    Schedule {
        tasks = List.copyOf(tasks);
    }

    Task at(int place) {
        return tasks.get(place);
    }

    List<Task> children(Task task) {
        return task.children().stream().map(this::at).toList();
    }

    /** Its own days, or from the first to the last of what it consists of. @param baseline null: those of now */
    Days days(Task task, Integer baseline) {
        Days own = baseline == null ? task.days() : task.baselines().get(baseline);
        return own != null || task.leaf()
                ? own
                : Days.round(children(task).stream()
                        .filter(child -> child.odd() == null)
                        .map(child -> days(child, baseline))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Its own, or what it consists of costs, whichever is more: programs add up, or do not. */
    BigDecimal cost(Task task) {
        BigDecimal below = children(task).stream()
                .filter(child -> child.odd() == null)
                .map(this::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return task.cost().max(below);
    }

    boolean costs() {
        return tasks.stream().anyMatch(task -> task.cost().signum() > 0);
    }

    int deepest() {
        return tasks.stream().mapToInt(Task::level).max().orElse(0);
    }

    SortedSet<Integer> baselines() {
        SortedSet<Integer> numbers = new TreeSet<>();
        tasks.forEach(task -> numbers.addAll(task.baselines().keySet()));
        return numbers;
    }
}
