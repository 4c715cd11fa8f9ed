package io.guatu.board.figures;

import io.guatu.board.fold.Project;
import io.guatu.domain.Weighting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The S-curve of the programme: the weighted mean of its projects' curves. In the forecast a project that has not begun
 * follows its plan, one that is done stays done, and one that has begun without anything verified stays where it is.
 *
 * @param counted projects in the mean
 * @param leftOut projects with a plan but without what is weighed by
 */
public record Programme(Curve curve, Weighting weighting, int counted, int leftOut) {
    private static final int POINTS = 120;

    /** @param projects those that count: on the board, planned, neither cancelled nor suspended */
    public static Programme of(Collection<Project> projects, Weighting weighting, LocalDate day, ZoneId zone) {
        List<Part> parts = new ArrayList<>();
        int leftOut = 0;
        for (Project project : projects) {
            Schedule schedule = new Schedule(project, day, zone);
            Optional<BigDecimal> weight = weight(project, weighting);
            if (schedule.complete() && weight.isPresent()) {
                parts.add(new Part(project, schedule, weight.get(), day, zone));
            } else if (schedule.complete()) {
                leftOut++;
            }
        }
        return new Programme(parts.isEmpty() ? Curve.NONE : curve(parts, day), weighting, parts.size(), leftOut);
    }

    /** What the project weighs in the totals; empty when nobody entered what is weighed by. */
    public static Optional<BigDecimal> weight(Project project, Weighting weighting) {
        return switch (weighting) {
            case EQUAL -> Optional.of(BigDecimal.ONE);
            case SET -> Optional.ofNullable(project.profile().weight()).filter(weight -> weight.signum() > 0);
            case INVESTMENT ->
                Optional.ofNullable(project.investment().total())
                        .map(total -> BigDecimal.valueOf(total.yuan()))
                        .filter(total -> total.signum() > 0);
        };
    }

    private static Curve curve(List<Part> parts, LocalDate day) {
        LocalDate from = parts.stream()
                .map(part -> part.schedule.start())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate to =
                parts.stream().map(Part::end).max(Comparator.naturalOrder()).orElseThrow();
        TreeSet<LocalDate> days = new TreeSet<>(List.of(from, to));
        if (day.isAfter(from)) {
            days.add(day);
        }
        long length = ChronoUnit.DAYS.between(from, to);
        for (int i = 1; i < POINTS; i++) {
            days.add(from.plusDays(length * i / POINTS));
        }
        List<Curve.Point> planned = new ArrayList<>();
        List<Curve.Point> verified = new ArrayList<>();
        List<Curve.Point> forecast = new ArrayList<>();
        for (LocalDate on : days) {
            planned.add(mean(parts, on, part -> part.schedule.planned(on)));
            if (!on.isAfter(day)) {
                verified.add(mean(parts, on, part -> Curve.on(part.verified, on)));
            }
            if (!on.isBefore(day)) {
                forecast.add(mean(parts, on, part -> part.forecast(on)));
            }
        }
        return new Curve(planned, verified, forecast);
    }

    private static Curve.Point mean(List<Part> parts, LocalDate on, Function<Part, BigDecimal> figure) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Part part : parts) {
            sum = sum.add(figure.apply(part).multiply(part.weight));
            weights = weights.add(part.weight);
        }
        return new Curve.Point(on, sum.divide(weights, 1, RoundingMode.DOWN));
    }

    /** One project's share of the mean. */
    private static final class Part {
        private final Schedule schedule;
        private final BigDecimal weight;
        private final LocalDate day;
        private final NavigableMap<LocalDate, BigDecimal> verified;
        private final EarnedForecast outlook;

        Part(Project project, Schedule schedule, BigDecimal weight, LocalDate day, ZoneId zone) {
            this.schedule = schedule;
            this.weight = weight;
            this.day = day;
            this.verified = Curve.verified(project, zone);
            this.outlook = EarnedForecast.of(schedule)
                    .filter(told -> told.finish() != null)
                    .orElse(null);
        }

        /** The day at whose beginning all of it is over. */
        LocalDate end() {
            LocalDate planned = schedule.finish();
            LocalDate last = outlook != null && outlook.finish().isAfter(planned) ? outlook.finish() : planned;
            return last.plusDays(1);
        }

        BigDecimal forecast(LocalDate on) {
            if (outlook != null) {
                return outlook.done(on);
            }
            return schedule.start().isAfter(day) ? schedule.planned(on) : Curve.on(verified, day);
        }
    }
}
