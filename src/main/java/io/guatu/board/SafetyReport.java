package io.guatu.board;

import io.guatu.board.fold.Hazard;
import io.guatu.board.fold.Notice;
import io.guatu.board.fold.Project;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hazards in the form of the work report: by month, by project and for the year, how many were found, how many notices were
 * issued, how many hazards were rectified, which means closed after a re-check or fixed on the spot, in the month of
 * closing. {@code open} is what is still open of those found in the year.
 */
public record SafetyReport(int year, Map<YearMonth, Line> months, List<Row> projects, Line total, long open) {
    public record Line(long found, long notices, long rectified) {
        static final Line NONE = new Line(0, 0, 0);

        Line plus(Line other) {
            return new Line(found + other.found, notices + other.notices, rectified + other.rectified);
        }
    }

    public record Row(ProjectId project, Name name, Line line, long open) {}

    /** Months and projects without any of the three are left out. */
    public static SafetyReport of(Collection<Project> projects, int year, ZoneId zone) {
        Map<YearMonth, Line> months = new TreeMap<>();
        List<Row> rows = new ArrayList<>();
        Line total = Line.NONE;
        long open = 0;
        for (Project project : projects) {
            Map<YearMonth, Line> own = months(project, zone);
            own.keySet().removeIf(month -> month.getYear() != year);
            own.forEach((month, line) -> months.merge(month, line, Line::plus));
            Line sum = own.values().stream().reduce(Line.NONE, Line::plus);
            long left = project.hazards().all().open().values().stream()
                    .filter(hazard -> hazard.since(zone).getYear() == year)
                    .count();
            if (!own.isEmpty()) {
                rows.add(new Row(project.id(), project.profile().name(), sum, left));
            }
            total = total.plus(sum);
            open += left;
        }
        return new SafetyReport(year, months, rows, total, open);
    }

    private static Map<YearMonth, Line> months(Project project, ZoneId zone) {
        Map<YearMonth, Line> months = new TreeMap<>();
        for (Hazard hazard : project.hazards().all().values()) {
            months.merge(YearMonth.from(hazard.since(zone)), new Line(1, 0, 0), Line::plus);
            if (hazard.closed() != null) {
                months.merge(month(hazard.closed(), zone), new Line(0, 0, 1), Line::plus);
            }
        }
        for (Notice notice : project.hazards().notices().get().values()) {
            months.merge(month(notice.at(), zone), new Line(0, 1, 0), Line::plus);
        }
        return months;
    }

    private static YearMonth month(Instant at, ZoneId zone) {
        return YearMonth.from(LocalDate.ofInstant(at, zone));
    }
}
