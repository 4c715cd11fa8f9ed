package io.guatu.board.figures;

import io.guatu.board.fold.Milestone;
import io.guatu.domain.MilestoneId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a slip does to later milestones: a milestone that starts only after others (finish-to-start; it may start on the
 * very day they finish) cannot start before the last of them ends, and ends that much later than planned. One that has
 * already begun is not pushed any more.
 */
public final class KnockOnDelays {
    private final Schedule schedule;
    private final Map<MilestoneId, Milestone> milestones = new HashMap<>();
    private final Map<MilestoneId, LocalDate> ends = new HashMap<>();
    private final Map<MilestoneId, Push> pushed = new LinkedHashMap<>();

    /** Pushed by {@code by}, {@code days} beyond what is promised, to {@code to}. */
    public record Push(MilestoneId by, long days, LocalDate to) {}

    private KnockOnDelays(Schedule schedule) {
        this.schedule = schedule;
        schedule.milestones().forEach(milestone -> milestones.put(milestone.id(), milestone));
    }

    /** The milestones that are pushed beyond their promise. The dependencies must have no cycle. */
    public static Map<MilestoneId, Push> of(Schedule schedule) {
        KnockOnDelays delays = new KnockOnDelays(schedule);
        schedule.milestones().forEach(delays::end);
        return delays.pushed;
    }

    private LocalDate end(Milestone milestone) {
        LocalDate known = ends.get(milestone.id());
        if (known != null) {
            return known;
        }
        LocalDate end = milestone.finished() ? milestone.actual() : schedule.due(milestone);
        if (milestone.done().hundredths() == 0) {
            for (MilestoneId before : milestone.after()) {
                Milestone first = milestones.get(before);
                long late = first == null ? 0 : ChronoUnit.DAYS.between(schedule.start(milestone), end(first));
                LocalDate later = schedule.finish(milestone).plusDays(Math.max(0, late));
                if (later.isAfter(end)) {
                    end = later;
                    long days = ChronoUnit.DAYS.between(schedule.due(milestone), later);
                    pushed.put(milestone.id(), new Push(before, days, later));
                }
            }
        }
        ends.put(milestone.id(), end);
        return end;
    }
}
