package io.guatu.board;

import io.guatu.board.figures.KnockOnDelays;
import io.guatu.board.figures.Schedule;
import io.guatu.board.fold.Measure;
import io.guatu.board.fold.Milestone;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.Percent;
import io.guatu.domain.Quantity;
import io.guatu.domain.Weight;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A milestone as it is shown. {@code asOf} and {@code reported} are of what is verified; {@code time} is its time progress
 * in percent; {@code days} are left until it is due, negative after, null once finished; {@code pushed} is where an earlier
 * slip pushes it. What is not known is null. What was promised before a suspension is moved by it, so that its dates fit the
 * days that are counted.
 */
public record MilestoneView(
        MilestoneId id,
        Name name,
        Weight weight,
        Span baseline,
        LocalDate forecast,
        LocalDate actual,
        Said percent,
        BigDecimal time,
        Long days,
        LocalDate asOf,
        Instant reported,
        List<MilestoneId> after,
        KnockOnDelays.Push pushed,
        Measured measure) {

    public record Span(LocalDate start, LocalDate finish) {}

    /** What is counted of it, and how much of that is done as verified; null: nothing yet. */
    public record Measured(Quantity total, String unit, Quantity done) {
        static Measured of(Measure measure) {
            return measure == null ? null : new Measured(measure.total(), measure.unit(), measure.done());
        }
    }

    public record Said(Percent verified, Percent pending) {}

    static MilestoneView of(Schedule schedule, Milestone milestone, KnockOnDelays.Push push) {
        return new MilestoneView(
                milestone.id(),
                milestone.name(),
                milestone.weight(),
                new Span(schedule.start(milestone), schedule.finish(milestone)),
                schedule.forecast(milestone),
                milestone.actual(),
                new Said(milestone.verified(), milestone.pending().isEmpty() ? null : milestone.said()),
                schedule.time(milestone),
                milestone.finished() ? null : schedule.left(milestone),
                milestone.asOf(),
                milestone.reported(),
                milestone.after().isEmpty() ? null : milestone.after(),
                push,
                Measured.of(milestone.measure()));
    }

    /** The same with another pending percent; null: none. */
    MilestoneView saying(Percent pending) {
        Said said = new Said(percent.verified(), pending);
        return new MilestoneView(
                id, name, weight, baseline, forecast, actual, said, time, days, asOf, reported, after, pushed, measure);
    }
}
