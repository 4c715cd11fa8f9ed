package io.guatu.schedule;

import io.guatu.schedule.NotASchedule.Why;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mpxj.ActivityType;
import org.mpxj.ProjectFile;
import org.mpxj.ProjectProperties;
import org.mpxj.Relation;
import org.mpxj.RelationType;

/** What MPXJ read, as far as it matters here. */
final class ScheduleReader {
    private static final int MOST_TASKS = 20_000;

    private static final int BASELINES = 10;

    /** So MPXJ calls in PMXML, where each must have a name, what has none. */
    private static final String NAMELESS = "(blank)";

    /** Signs of what is shown: nobody reads more, and what lists of names hold must be bounded. */
    private static final int LONGEST = 200;

    /** Of money; what is more is no cost. */
    private static final double MOST = 1e12;

    private final ProjectFile file;
    private final List<org.mpxj.Task> found = new ArrayList<>();
    private final Map<org.mpxj.Task, Integer> places = new IdentityHashMap<>();

    ScheduleReader(ProjectFile file) {
        this.file = file;
    }

    /** @throws NotASchedule when there are too many tasks */
    Schedule read() throws NotASchedule {
        if (file.getTasks().size() > MOST_TASKS) {
            throw new NotASchedule(Why.SCHEDULE_TOO_LARGE);
        }
        List<Integer> levels = new ArrayList<>();
        collect(file.getChildTasks(), 1, levels);
        List<Task> tasks = new ArrayList<>();
        for (int place = 0; place < found.size(); place++) {
            tasks.add(task(found.get(place), place, levels.get(place)));
        }
        return new Schedule(name(), tasks);
    }

    /** Depth first. Blank rows are none, and the row that stands for the whole file is no part of its outline. */
    private void collect(List<org.mpxj.Task> tasks, int level, List<Integer> levels) {
        for (org.mpxj.Task task : tasks) {
            if (whole(task)) {
                collect(task.getChildTasks(), level, levels);
            } else if (!task.getNull()) {
                places.put(task, found.size());
                found.add(task);
                levels.add(level);
                collect(task.getChildTasks(), level + 1, levels);
            }
        }
    }

    private static boolean whole(org.mpxj.Task task) {
        return task.getOutlineLevel() != null && task.getOutlineLevel() == 0
                || task.getID() != null
                        && task.getID() == 0
                        && task.getParentTask() == null
                        && !task.getChildTasks().isEmpty();
    }

    private Task task(org.mpxj.Task task, int place, int level) {
        String written = task.getName() == null || task.getName().equals(NAMELESS) ? "" : task.getName();
        boolean marked = task.getMilestone() || TaskName.diamond(written);
        Map<Integer, Days> baselines = new TreeMap<>();
        for (int number = 0; number <= BASELINES; number++) {
            Days days = number == 0
                    ? Days.of(task.getBaselineStart(), task.getBaselineFinish())
                    : Days.of(task.getBaselineStart(number), task.getBaselineFinish(number));
            if (days != null) {
                baselines.put(number, days);
            }
        }
        return new Task(
                place,
                code(task),
                TaskName.within(TaskName.of(TaskName.within(written, 2 * LONGEST)), LONGEST),
                level,
                places.get(task.getParentTask()),
                task.getChildTasks().stream()
                        .filter(places::containsKey)
                        .map(places::get)
                        .toList(),
                marked,
                Days.of(task.getStart(), task.getFinish()),
                baselines,
                cost(task.getCost()),
                new Task.Done(
                        percent(task.getPercentageComplete()), day(task.getActualStart()), day(task.getActualFinish())),
                links(task),
                odd(task));
    }

    private List<Task.Link> links(org.mpxj.Task task) {
        List<Task.Link> links = new ArrayList<>();
        for (Relation relation : task.getPredecessors()) {
            Integer from = places.get(relation.getPredecessorTask());
            if (from != null && relation.getPredecessorTask() != task) {
                boolean lag = relation.getLag() != null && relation.getLag().getDuration() != 0;
                links.add(new Task.Link(from, relation.getType() == RelationType.FINISH_START, lag));
            }
        }
        return links;
    }

    private static Left.Why odd(org.mpxj.Task task) {
        if (task.getExternalTask()) {
            return Left.Why.EXTERNAL;
        }
        if (!task.getActive()) {
            return Left.Why.INACTIVE;
        }
        ActivityType type = task.getActivityType();
        boolean effort = task.getChildTasks().isEmpty()
                && (type == ActivityType.LEVEL_OF_EFFORT
                        || type == ActivityType.WBS_SUMMARY
                        || type == ActivityType.HAMMOCK);
        return effort ? Left.Why.EFFORT : null;
    }

    private static String code(org.mpxj.Task task) {
        String code = task.getActivityID() == null ? task.getWBS() : task.getActivityID();
        return code == null || code.isBlank() ? null : TaskName.within(code, LONGEST);
    }

    private static BigDecimal cost(Number cost) {
        double value = cost == null ? 0 : cost.doubleValue();
        return value > 0 && value <= MOST
                ? BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
    }

    /** A program that says nothing of it, or what cannot be, says that nothing is done. */
    private static BigDecimal percent(Number percent) {
        double value = percent == null ? 0 : percent.doubleValue();
        return value >= 0 && value <= 100
                ? BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
    }

    private static LocalDate day(LocalDateTime time) {
        return time == null ? null : time.toLocalDate();
    }

    private String name() {
        ProjectProperties properties = file.getProjectProperties();
        for (String name :
                new String[] {properties.getName(), properties.getProjectTitle(), properties.getProjectID()}) {
            if (name != null && !name.isBlank()) {
                return TaskName.within(name.strip(), LONGEST);
            }
        }
        return "";
    }
}
