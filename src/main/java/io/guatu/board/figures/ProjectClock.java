package io.guatu.board.figures;

import io.guatu.board.fold.Suspensions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * A project's own clock: it stands still while the project is suspended. Everything that was promised before a suspension,
 * for a day after it began, is due as many days later; everything that lasts, lasts as many days less. Whoever compares or
 * shows a date asks here, so that no figure mixes the two ways of counting.
 */
public final class ProjectClock {
    private final List<Still> stills;
    private final ZoneId zone;

    /** From the day on which it stopped to the day on which it ran again. */
    private record Still(LocalDate from, LocalDate to) {
        long within(LocalDate first, LocalDate last) {
            LocalDate begin = from.isAfter(first) ? from : first;
            LocalDate end = to.isBefore(last) ? to : last;
            return Math.max(0, ChronoUnit.DAYS.between(begin, end));
        }
    }

    /** @param today a suspension that lasts ends, for now, today */
    public ProjectClock(Suspensions pauses, LocalDate today, ZoneId zone) {
        this.zone = zone;
        this.stills = pauses.all().stream()
                .map(pause -> new Still(
                        LocalDate.ofInstant(pause.from(), zone),
                        pause.to() == null ? today : LocalDate.ofInstant(pause.to(), zone)))
                .toList();
    }

    /** The day on the calendar of what was promised at {@code since}: moved by the suspensions that came in between. */
    public LocalDate moved(LocalDate promised, Instant since) {
        return stills.isEmpty() ? promised : moved(promised, LocalDate.ofInstant(since, zone));
    }

    /** Days between two days of the calendar on which the clock ran; negative when {@code to} is the earlier one. */
    public long days(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -days(to, from);
        }
        long days = to.toEpochDay() - from.toEpochDay();
        for (Still still : stills) {
            days -= still.within(from, to);
        }
        return days;
    }

    /** The day on which the clock will have run for this many days since {@code from}. */
    LocalDate after(LocalDate from, long days) {
        return moved(from.plusDays(days), from);
    }

    /** The days on which it stopped and ran again. */
    Stream<LocalDate> turns() {
        return stills.stream().flatMap(still -> Stream.of(still.from(), still.to()));
    }

    private LocalDate moved(LocalDate promised, LocalDate since) {
        LocalDate day = promised;
        for (Still still : stills) {
            LocalDate from = still.from().isAfter(since) ? still.from() : since;
            if (!day.isBefore(from)) {
                day = day.plusDays(still.within(from, still.to()));
            }
        }
        return day;
    }
}
