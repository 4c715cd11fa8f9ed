package io.guatu.board;

import io.guatu.domain.Entry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The S-curve of a project: what the baseline planned and what was verified, as series by day. The verified series is
 * what the board knew on each day, not what we now know of it.
 */
public record Curve(List<Point> planned, List<Point> verified) {
    public Curve {
        planned = List.copyOf(planned);
        verified = List.copyOf(verified);
    }

    public record Point(LocalDate day, BigDecimal percent) {}

    /**
     * @param entries all entries of one project, in order
     * @return both series, empty where the plan is not complete
     */
    public static Curve of(List<Entry> entries, LocalDate day, ZoneId zone) {
        Project project = null;
        Map<LocalDate, BigDecimal> verified = new TreeMap<>();
        for (Entry entry : entries) {
            project = project == null
                    ? Project.open(entry, (io.guatu.domain.ProjectOpened) entry.update())
                    : project.after(entry);
            if (Schedule.complete(project.milestones().values())) {
                verified.put(
                        LocalDate.ofInstant(entry.at(), zone),
                        Schedule.progress(project.milestones().values(), Milestone::done));
            }
        }
        if (project == null || !Schedule.complete(project.milestones().values())) {
            return new Curve(List.of(), List.of());
        }
        return new Curve(
                planned(project, day),
                verified.entrySet().stream()
                        .map(known -> new Point(known.getKey(), known.getValue()))
                        .toList());
    }

    /** The baseline is linear between its milestones' dates, so their dates (and today) are all the points it needs. */
    private static List<Point> planned(Project project, LocalDate day) {
        TreeSet<LocalDate> bends = new TreeSet<>(List.of(day));
        project.milestones()
                .values()
                .forEach(milestone -> bends.addAll(List.of(milestone.start(), milestone.finish())));
        return bends.stream()
                .map(bend -> new Point(bend, Schedule.time(project.milestones().values(), bend)))
                .toList();
    }
}
