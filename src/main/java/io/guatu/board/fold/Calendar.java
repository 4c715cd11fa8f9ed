package io.guatu.board.fold;

import io.guatu.domain.BoardUpdate.CalendarAdopted;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Working days: Monday to Friday, but for what a year's arrangement of holidays and make-up days (调休) says. A year that
 * nobody arranged yet is plain. Used for cadences and deadlines, never for the time axis.
 */
public record Calendar(Map<Integer, CalendarAdopted> years) {
    public static final Calendar PLAIN = new Calendar(Map.of());

    public Calendar {
        years = Collections.unmodifiableMap(years);
    }

    Calendar with(CalendarAdopted adopted) {
        Map<Integer, CalendarAdopted> changed = new TreeMap<>(years);
        changed.put(adopted.year(), adopted);
        return new Calendar(changed);
    }

    /** Whether the year's arrangement is the one already adopted. */
    public boolean knows(CalendarAdopted adopted) {
        return Objects.equals(years.get(adopted.year()), adopted);
    }

    public boolean worked(LocalDate day) {
        CalendarAdopted year = years.get(day.getYear());
        if (year != null && year.on().contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && (year == null || !year.off().contains(day));
    }

    /** The last day of a deadline: one that falls on a day off ends with the next working day. */
    public LocalDate last(LocalDate deadline) {
        return worked(deadline) ? deadline : after(deadline, 1);
    }

    /** The day that is this many working days after {@code day}; with 0 days {@code day} itself. */
    public LocalDate after(LocalDate day, int workingDays) {
        LocalDate reached = day;
        for (int left = workingDays; left > 0; ) {
            reached = reached.plusDays(1);
            if (worked(reached)) {
                left--;
            }
        }
        return reached;
    }
}
