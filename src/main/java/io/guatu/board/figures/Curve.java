package io.guatu.board.figures;

import io.guatu.board.fold.Project;
import io.guatu.board.fold.Trail;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The S-curve of a project: what the baseline planned, what was verified, and where it leads, as series by day. The
 * verified series is what the board knew on each day, not what we now know of it. The forecast is the rest of the plan,
 * moved so that it goes on from what is verified today. What is planned or forecast of a day is what shall be done as it
 * begins. Percentages carry one decimal, rounded down.
 */
public record Curve(List<Point> planned, List<Point> verified, List<Point> forecast) {
    public static final Curve NONE = new Curve(List.of(), List.of(), List.of());

    public Curve {
        planned = List.copyOf(planned);
        verified = List.copyOf(verified);
        forecast = List.copyOf(forecast);
    }

    public record Point(LocalDate day, BigDecimal percent) {
        static Point of(LocalDate day, BigDecimal percent) {
            return new Point(day, percent.setScale(1, RoundingMode.DOWN));
        }
    }

    /** All three series are empty where the plan is not complete, the forecast also where nothing carries one. */
    public static Curve of(Project project, LocalDate day, ZoneId zone) {
        Schedule schedule = new Schedule(project, day, zone);
        if (!schedule.complete()) {
            return NONE;
        }
        TreeSet<LocalDate> bends = new TreeSet<>(schedule.bends());
        bends.add(day);
        List<Point> planned = bends.stream()
                .map(bend -> Point.of(bend, schedule.planned(bend)))
                .toList();
        List<Point> verified = verified(project, zone).entrySet().stream()
                .map(known -> Point.of(known.getKey(), known.getValue()))
                .toList();
        List<Point> forecast = EarnedForecast.of(schedule)
                .filter(outlook -> outlook.finish() != null)
                .map(outlook -> outlook.bends()
                        .distinct()
                        .map(bend -> Point.of(bend, outlook.done(bend)))
                        .toList())
                .orElse(List.of());
        return new Curve(planned, verified, forecast);
    }

    /** The verified progress by the day on which the board came to know it. */
    static NavigableMap<LocalDate, BigDecimal> verified(Project project, ZoneId zone) {
        NavigableMap<LocalDate, BigDecimal> known = new TreeMap<>();
        for (Trail point = project.plan().advance().trail().get(); point != null; point = point.before()) {
            known.putIfAbsent(LocalDate.ofInstant(point.at(), zone), point.percent());
        }
        return Collections.unmodifiableNavigableMap(known);
    }

    /** The value of a series on a day: its last point, or 0 before the first. */
    static BigDecimal on(NavigableMap<LocalDate, BigDecimal> series, LocalDate day) {
        Map.Entry<LocalDate, BigDecimal> last = series.floorEntry(day);
        return last == null ? BigDecimal.ZERO : last.getValue();
    }
}
