package io.guatu.board.figures;

import io.guatu.board.fold.Milestone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A project's earned schedule, in days of its own clock since its first planned day began, and when it will be finished if
 * what is left takes as long as it was planned to.
 */
public final class EarnedForecast {
    /** How it was computed, so that nobody takes it for a promise. */
    public enum Method {
        /** Earned schedule on a baseline curve that is linear within each milestone; the rest as planned. */
        EARNED_SCHEDULE_LINEAR
    }

    private final Schedule schedule;
    private final List<EarnedSchedule.Point> plan;
    private final EarnedSchedule earned;
    private final LocalDate finish;

    private EarnedForecast(Schedule schedule, List<EarnedSchedule.Point> plan, EarnedSchedule earned) {
        this.schedule = schedule;
        this.plan = plan;
        this.earned = earned;
        this.finish = schedule.finished() ? null : lastDay();
    }

    /** Empty without a complete plan, before the first planned day has passed, and while nothing was verified. */
    public static Optional<EarnedForecast> of(Schedule schedule) {
        if (!schedule.complete()
                || schedule.milestones().stream().allMatch(milestone -> milestone.verified() == null)) {
            return Optional.empty();
        }
        LocalDate start = schedule.start();
        ProjectClock clock = schedule.clock();
        LocalDate now = schedule.finished() ? lastActual(schedule).plusDays(1) : schedule.today();
        List<EarnedSchedule.Point> plan = schedule.bends().stream()
                .map(bend ->
                        new EarnedSchedule.Point(BigDecimal.valueOf(clock.days(start, bend)), schedule.planned(bend)))
                .toList();
        return EarnedSchedule.of(
                        plan, schedule.exactProgress(Milestone::done), BigDecimal.valueOf(clock.days(start, now)))
                .map(earned -> new EarnedForecast(schedule, plan, earned));
    }

    public Method method() {
        return Method.EARNED_SCHEDULE_LINEAR;
    }

    public EarnedSchedule earned() {
        return earned;
    }

    /** The last day of the work: today + (planned duration − ES). Null when everything is verified. */
    public LocalDate finish() {
        return finish;
    }

    /** What will be done as a day begins, today or later, if the rest goes as it was planned to. */
    BigDecimal done(LocalDate on) {
        long gone = ChronoUnit.DAYS.between(schedule.today(), on);
        if (gone == 0) {
            return schedule.exactProgress(Milestone::done);
        }
        return EarnedSchedule.value(plan, earned.es().add(BigDecimal.valueOf(gone)));
    }

    /** The days, from today on, at whose beginning the forecast bends. */
    Stream<LocalDate> bends() {
        return Stream.concat(
                Stream.of(schedule.today()),
                plan.stream()
                        .map(EarnedSchedule.Point::time)
                        .filter(time -> time.compareTo(earned.es()) > 0)
                        .map(this::dayOf));
    }

    private LocalDate lastDay() {
        LocalDate over = dayOf(BigDecimal.valueOf(schedule.duration()));
        return over.isAfter(schedule.today()) ? over.minusDays(1) : schedule.today();
    }

    /** The first day at whose beginning a time of the plan will have come. */
    private LocalDate dayOf(BigDecimal time) {
        return schedule.clock().after(schedule.today(), Math.max(0, earned.until(time)));
    }

    private static LocalDate lastActual(Schedule schedule) {
        return schedule.milestones().stream()
                .map(Milestone::actual)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
