package io.guatu.tidings;

import io.guatu.board.fold.Calendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When somebody wants to hear: times of the board's zone, to the minute.
 *
 * @param digest everything of a day in one message at this time; null: at once
 * @param quietFrom nothing from then on until {@code quietTo}, over midnight where that is earlier; both null: at any time
 * @param workdays on the board's working days only
 */
public record Hours(LocalTime digest, LocalTime quietFrom, LocalTime quietTo, boolean workdays) {
    /** Two years of days off are no calendar of ours. */
    private static final int FURTHEST_DAYS = 800;

    /** The first moment, not before {@code from}, at which they may hear. */
    public Instant next(Instant from, ZoneId zone, Calendar calendar) {
        ZonedDateTime at = from.atZone(zone);
        LocalDate last = at.toLocalDate().plusDays(FURTHEST_DAYS);
        while (at.toLocalDate().isBefore(last)) {
            ZonedDateTime better = onDay(at, calendar);
            if (better.equals(at)) {
                return at.toInstant();
            }
            at = better;
        }
        return from;
    }

    /** The moment itself, or a later one that may be better. */
    private ZonedDateTime onDay(ZonedDateTime at, Calendar calendar) {
        LocalDate day = at.toLocalDate();
        ZonedDateTime tomorrow = day.plusDays(1).atStartOfDay(at.getZone());
        if (workdays && !calendar.worked(day)) {
            return tomorrow;
        }
        if (digest != null) {
            // Asked for at that very time: not held back by what is quiet around it.
            ZonedDateTime then = day.atTime(digest).atZone(at.getZone());
            return at.isAfter(then) ? tomorrow : then;
        }
        LocalTime time = at.toLocalTime();
        if (!quiet(time)) {
            return at;
        }
        return time.isBefore(quietTo) ? day.atTime(quietTo).atZone(at.getZone()) : tomorrow;
    }

    private boolean quiet(LocalTime time) {
        if (quietFrom == null || quietTo == null || quietFrom.equals(quietTo)) {
            return false;
        }
        boolean begun = !time.isBefore(quietFrom);
        boolean over = !time.isBefore(quietTo);
        return quietFrom.isBefore(quietTo) ? begun && !over : begun || !over;
    }
}
