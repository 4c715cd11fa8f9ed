package io.guatu.board.figures;

import io.guatu.board.fold.Milestone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A project's earned schedule, in days of its own clock since its first planned day, and when it will be finished if it goes on like this.
 *
 * @param method how it was computed, so that nobody takes it for a promise
 * @param finish the forecast finish; null when everything is verified, or nothing is
 */
public record EarnedForecast(Method method, EarnedSchedule earned, LocalDate finish) {
    public enum Method {
        /** Lipke's earned schedule on a baseline curve that is linear within each milestone. */
        EARNED_SCHEDULE_LINEAR
    }

    /** Empty without a complete plan, before the first planned day has passed, and while nothing was verified. */
    public static Optional<EarnedForecast> of(Schedule schedule) {
        if (!schedule.complete()
                || schedule.milestones().stream().allMatch(milestone -> milestone.verified() == null)) {
            return Optional.empty();
        }
        LocalDate start = schedule.start();
        LocalDate now = schedule.finished() ? lastActual(schedule) : schedule.today();
        ProjectClock clock = schedule.clock();
        List<EarnedSchedule.Point> curve = schedule.bends().stream()
                .map(bend ->
                        new EarnedSchedule.Point(BigDecimal.valueOf(clock.days(start, bend)), schedule.planned(bend)))
                .toList();
        return EarnedSchedule.of(
                        curve, schedule.exactProgress(Milestone::done), BigDecimal.valueOf(clock.days(start, now)))
                .map(earned -> new EarnedForecast(
                        Method.EARNED_SCHEDULE_LINEAR,
                        earned,
                        schedule.finished() ? null : finish(schedule, earned).orElse(null)));
    }

    private static Optional<LocalDate> finish(Schedule schedule, EarnedSchedule earned) {
        // A forecast of many decades says only that hardly anything was earned.
        return earned.forecast(BigDecimal.valueOf(schedule.clock().days(schedule.start(), schedule.finish())))
                .filter(duration -> duration.compareTo(BigDecimal.valueOf(36_500)) < 0)
                .map(duration -> schedule.clock()
                        .after(
                                schedule.start(),
                                duration.setScale(0, RoundingMode.CEILING).longValue()));
    }

    private static LocalDate lastActual(Schedule schedule) {
        return schedule.milestones().stream()
                .map(Milestone::actual)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
