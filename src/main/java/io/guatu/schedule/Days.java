package io.guatu.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/** The first and the last day of a task. Schedules have times without a zone: they are the clock's on the site, the board's. */
record Days(LocalDate start, LocalDate finish) {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    /** What ends at midnight ends with the day before. @return null when one is missing */
    static Days of(LocalDateTime start, LocalDateTime finish) {
        if (start == null || finish == null) {
            return null;
        }
        LocalDate first = start.toLocalDate();
        LocalDate last = finish.toLocalDate();
        boolean midnight = finish.toLocalTime().equals(LocalTime.MIDNIGHT) && last.isAfter(first);
        return new Days(first, midnight ? last.minusDays(1) : last);
    }

    /** From the first to the last of all; null when there are none. */
    static Days round(Collection<Days> all) {
        Optional<LocalDate> first =
                all.stream().filter(Objects::nonNull).map(Days::start).min(LocalDate::compareTo);
        return first.map(start -> new Days(
                        start,
                        all.stream()
                                .filter(Objects::nonNull)
                                .map(Days::finish)
                                .max(LocalDate::compareTo)
                                .orElseThrow()))
                .orElse(null);
    }

    /** Whether a plan can have them. */
    boolean possible() {
        return !finish.isBefore(start) && start.getYear() >= FIRST_YEAR && finish.getYear() <= LAST_YEAR;
    }

    /** Both inclusive. */
    long count() {
        return ChronoUnit.DAYS.between(start, finish) + 1;
    }
}
