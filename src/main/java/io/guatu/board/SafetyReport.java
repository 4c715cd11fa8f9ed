package io.guatu.board;

import io.guatu.board.fold.Hazard;
import io.guatu.board.fold.Notice;
import io.guatu.board.fold.Project;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hazards in the form of the work report: by month and for the year, how many were found, how many notices were issued,
 * how many hazards were rectified, which means closed after a re-check or fixed on the spot, in the month of closing.
 * {@code open} is what is still open of those found in the year.
 */
public record SafetyReport(int year, Map<YearMonth, Line> months, Line total, long open) {
    public record Line(long found, long notices, long rectified) {
        static final Line NONE = new Line(0, 0, 0);

        Line plus(long moreFound, long moreNotices, long moreRectified) {
            return new Line(found + moreFound, notices + moreNotices, rectified + moreRectified);
        }
    }

    /** Months without any of the three are left out. */
    public static SafetyReport of(Collection<Project> projects, int year, ZoneId zone) {
        Map<YearMonth, Line> months = new TreeMap<>();
        long open = 0;
        for (Project project : projects) {
            for (Hazard hazard : project.hazards().all().values()) {
                YearMonth found = month(hazard.at(), zone);
                count(months, found, 1, 0, 0);
                if (hazard.closed() != null) {
                    count(months, month(hazard.closed(), zone), 0, 0, 1);
                } else if (found.getYear() == year) {
                    open++;
                }
            }
            for (Notice notice : project.hazards().notices().values()) {
                count(months, month(notice.at(), zone), 0, 1, 0);
            }
        }
        months.keySet().removeIf(month -> month.getYear() != year);
        Line total = Line.NONE;
        for (Line line : months.values()) {
            total = total.plus(line.found(), line.notices(), line.rectified());
        }
        return new SafetyReport(year, months, total, open);
    }

    private static void count(Map<YearMonth, Line> months, YearMonth month, long found, long notices, long rectified) {
        months.put(month, months.getOrDefault(month, Line.NONE).plus(found, notices, rectified));
    }

    private static YearMonth month(Instant at, ZoneId zone) {
        return YearMonth.from(LocalDate.ofInstant(at, zone));
    }
}
