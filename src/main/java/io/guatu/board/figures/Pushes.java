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
public final class Pushes {
    private final Map<MilestoneId, Milestone> milestones;
    private final Map<MilestoneId, LocalDate> ends = new HashMap<>();
    private final Map<MilestoneId, Push> pushed = new LinkedHashMap<>();

    /** Pushed by {@code by}, {@code days} beyond what is promised, to {@code to}. */
    public record Push(MilestoneId by, long days, LocalDate to) {}

    private Pushes(Map<MilestoneId, Milestone> milestones) {
        this.milestones = milestones;
    }

    /** The milestones that are pushed beyond their promise. The dependencies must have no cycle. */
    public static Map<MilestoneId, Push> of(Map<MilestoneId, Milestone> milestones) {
        Pushes pushes = new Pushes(milestones);
        milestones.values().forEach(pushes::end);
        return pushes.pushed;
    }

    private LocalDate end(Milestone milestone) {
        LocalDate known = ends.get(milestone.id());
        if (known != null) {
            return known;
        }
        LocalDate end = milestone.end();
        if (milestone.done().hundredths() == 0) {
            for (MilestoneId before : milestone.after()) {
                Milestone first = milestones.get(before);
                long late = first == null ? 0 : ChronoUnit.DAYS.between(milestone.start(), end(first));
                LocalDate later = milestone.finish().plusDays(Math.max(0, late));
                if (later.isAfter(end)) {
                    end = later;
                    long days = ChronoUnit.DAYS.between(milestone.due(), later);
                    pushed.put(milestone.id(), new Push(before, days, later));
                }
            }
        }
        ends.put(milestone.id(), end);
        return end;
    }
}
