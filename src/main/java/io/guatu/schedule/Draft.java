package io.guatu.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A chosen task with its days and what it is worth. */
record Draft(Task task, Days days, BigDecimal worth) {
    /** Of an outline: each has its own days, and its own worth, in days of the calendar or in money. */
    static List<Draft> outline(Schedule schedule, Cut cut, Integer baseline, Choice.Worth by) {
        return cut.chosen().stream()
                .map(task -> {
                    Days days = schedule.days(task, baseline);
                    BigDecimal worth = by == Choice.Worth.COST ? schedule.cost(task) : BigDecimal.valueOf(days.count());
                    return new Draft(task, days, worth);
                })
                .toList();
    }

    /**
     * Of milestones, which are single days without worth: each stands for what leads to it. It begins on the day after the
     * milestone before, the first one with the schedule, and is worth those days, or what the tasks cost that finish in them;
     * those of one day share that. What finishes after the last one is the last one's.
     */
    static List<Draft> milestones(Schedule schedule, Cut cut, Integer baseline, Choice.Worth by) {
        TreeMap<LocalDate, List<Task>> byDay = cut.chosen().stream()
                .collect(Collectors.groupingBy(
                        task -> schedule.days(task, baseline).finish(), TreeMap::new, Collectors.toList()));
        List<Draft> drafts = new ArrayList<>();
        LocalDate from = first(schedule, baseline);
        for (LocalDate day : byDay.keySet()) {
            LocalDate start = from == null || from.isAfter(day) ? day : from;
            LocalDate until = day.equals(byDay.lastKey()) ? LocalDate.MAX : day;
            LocalDate since = drafts.isEmpty() ? LocalDate.MIN : start;
            BigDecimal worth = by == Choice.Worth.COST
                    ? costs(schedule, baseline, since, until)
                    : BigDecimal.valueOf(new Days(start, day).count());
            List<Task> together = byDay.get(day);
            BigDecimal each = worth.divide(BigDecimal.valueOf(together.size()), 2, RoundingMode.HALF_UP);
            for (Task task : together) {
                Days own = schedule.days(task, baseline);
                drafts.add(new Draft(task, task.point() ? new Days(start, day) : own, each));
            }
            from = day.plusDays(1);
        }
        drafts.sort(Comparator.comparing(draft -> draft.task().place()));
        return drafts;
    }

    private static LocalDate first(Schedule schedule, Integer baseline) {
        return schedule.tasks().stream()
                .filter(task -> task.odd() == null && task.leaf())
                .map(task -> schedule.days(task, baseline))
                .filter(Objects::nonNull)
                .filter(Days::possible)
                .map(Days::start)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static BigDecimal costs(Schedule schedule, Integer baseline, LocalDate since, LocalDate until) {
        return schedule.tasks().stream()
                .filter(task -> task.odd() == null && task.leaf())
                .filter(task -> {
                    Days days = schedule.days(task, baseline);
                    return days != null
                            && !days.finish().isBefore(since)
                            && !days.finish().isAfter(until);
                })
                .map(Task::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
