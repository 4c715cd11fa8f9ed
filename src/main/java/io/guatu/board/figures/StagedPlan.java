package io.guatu.board.figures;

import io.guatu.domain.Percent;
import io.guatu.domain.PlanLine;
import io.guatu.domain.PlanTemplate;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.TemplateStep;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The plan that a template makes of a project's first and last day. Shares become whole days, the nearest ones: where one
 * step ends the next begins, on the day after. Each lies between the two days; of two steps, the one whose share begins or
 * ends later does not begin or end earlier. A step whose share is less than a day takes the whole day on which it begins.
 */
public final class StagedPlan {
    private StagedPlan() {}

    /** @param finish not before {@code start} */
    public static List<PlanLine> of(PlanTemplate template, LocalDate start, LocalDate finish) {
        long days = ChronoUnit.DAYS.between(start, finish) + 1;
        return template.steps().stream().map(step -> line(step, start, days)).toList();
    }

    /** The same as somebody tells it. */
    public static List<MilestonePlanned> told(List<PlanLine> plan) {
        return plan.stream()
                .map(line -> new MilestonePlanned(
                        line.milestone(), line.name(), line.weight(), line.start(), line.finish(), line.after()))
                .toList();
    }

    private static PlanLine line(TemplateStep step, LocalDate start, long days) {
        long first = Math.min(days - 1, part(step.start(), days));
        long last = Math.max(first, part(step.finish(), days) - 1);
        return new PlanLine(
                step.milestone(),
                step.name(),
                step.weight(),
                start.plusDays(first),
                start.plusDays(last),
                step.after());
    }

    /** So many of the days, the nearest whole number. */
    private static long part(Percent share, long days) {
        return (share.hundredths() * days * 2 + Percent.FULL.hundredths()) / (2L * Percent.FULL.hundredths());
    }
}
