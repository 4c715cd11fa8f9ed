package io.guatu.schedule;

import io.guatu.schedule.Left.Why;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tasks of a schedule become milestones of a plan: none of them is part of another.
 *
 * @param owners by place, the chosen task that a task is part of, or is; null: none
 */
record Cut(List<Task> chosen, List<Task> owners) {
    Cut {
        chosen = List.copyOf(chosen);
    }

    /** The outline cut at a level: its tasks, and those above it that consist of nothing, so that no work is missing. */
    static Cut level(Schedule schedule, int level, Integer baseline, Left.Notes notes) {
        Marks marks = new Marks(schedule, baseline, notes);
        for (Task task : schedule.tasks()) {
            if (marks.gone(task)) {
                continue;
            }
            Task owner = marks.ownerOfParent(task);
            if (owner != null) {
                marks.owners.set(task.place(), owner);
                notes.count(Why.DETAIL);
            } else if (task.level() < level && !task.leaf()) {
                notes.count(Why.OTHERS);
            } else if (task.point()) {
                marks.leave(task, Why.MILESTONE);
            } else {
                marks.choose(task);
            }
        }
        return new Cut(marks.chosen, marks.owners);
    }

    static Cut milestones(Schedule schedule, Integer baseline, Left.Notes notes) {
        Marks marks = new Marks(schedule, baseline, notes);
        for (Task task : schedule.tasks()) {
            if (marks.gone(task)) {
                continue;
            }
            if (task.leaf() && task.milestone()) {
                marks.choose(task);
            } else {
                notes.count(Why.OTHERS);
            }
        }
        return new Cut(marks.chosen, marks.owners);
    }

    Task owner(Task task) {
        return owners.get(task.place());
    }

    /** What is known so far on the way through the tasks. */
    private static final class Marks {
        private final Schedule schedule;
        private final Integer baseline;
        private final Left.Notes notes;
        private final List<Task> chosen = new ArrayList<>();
        private final List<Task> owners = new ArrayList<>();
        private final List<Why> gone = new ArrayList<>();

        Marks(Schedule schedule, Integer baseline, Left.Notes notes) {
            this.schedule = schedule;
            this.baseline = baseline;
            this.notes = notes;
        }

        /** Whether it is left out for what it is, or with what it is part of. */
        boolean gone(Task task) {
            Why why = task.parent() == null ? null : gone.get(task.parent());
            why = why == null ? task.odd() : why;
            owners.add(null);
            gone.add(why);
            if (why != null) {
                notes.add(why, task.name());
            }
            return why != null;
        }

        Task ownerOfParent(Task task) {
            return task.parent() == null ? null : owners.get(task.parent());
        }

        void leave(Task task, Why why) {
            gone.set(task.place(), why);
            notes.add(why, task.name());
        }

        void choose(Task task) {
            Days days = schedule.days(task, baseline);
            if (days == null) {
                leave(task, Why.NO_DAYS);
            } else if (!days.possible()) {
                leave(task, Why.DAYS);
            } else if (task.name().isEmpty()) {
                notes.add(Why.NAMELESS, task.code() == null ? "" : task.code());
                gone.set(task.place(), Why.NAMELESS);
            } else {
                chosen.add(task);
                owners.set(task.place(), task);
            }
        }
    }
}
