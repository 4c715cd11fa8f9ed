package io.guatu.domain;

import java.time.LocalDate;
import java.util.List;

/** Milestones and their promised dates. All dates are inclusive days of the board's zone. */
public sealed interface PlanUpdate extends Update {
    /**
     * A dated step with its share of the project, in percent, while the first baseline is being made; told again of the
     * same milestone it corrects the earlier one.
     *
     * @param after milestones that must be finished before this one starts; null or empty: none
     */
    record MilestonePlanned(
            MilestoneId milestone, Name name, Weight weight, LocalDate start, LocalDate finish, List<MilestoneId> after)
            implements PlanUpdate {
        public MilestonePlanned {
            after = after == null || after.isEmpty() ? null : List.copyOf(after);
        }

        public PlanLine line() {
            return new PlanLine(milestone, name, weight, start, finish, after);
        }
    }

    /**
     * How much there is to do of a milestone, and in which unit: from then on its percent follows from how much is done. Told again
     * it corrects the earlier one; what was reported stays as it was.
     */
    record QuantityPlanned(MilestoneId milestone, Quantity total, String unit) implements PlanUpdate {}

    /**
     * A new baseline with its name: the whole plan anew, weights summing to 100. What is not in it is dropped. The one
     * before stays in the ledger and in the project's history.
     */
    record BaselineSet(
            Name name, Cause cause, String reason, String approver, Approval approval, List<PlanLine> milestones)
            implements PlanUpdate, Approved {
        public BaselineSet {
            milestones = List.copyOf(milestones);
        }

        @Override
        public BaselineSet approvedBy(String words) {
            return new BaselineSet(name, cause, reason, words, approval, milestones);
        }
    }

    /**
     * The date on which the milestone is now expected to finish moves, for a {@code cause}. {@code imported} history, which
     * only the office brings, may have none; it is counted as moved without a reason. {@code asOf} is the day on which it was
     * expected so; null: the day on which it is told. When it was told is the entry's own, and never another.
     */
    record ForecastMoved(
            MilestoneId milestone, LocalDate forecast, Cause cause, String note, Boolean imported, LocalDate asOf)
            implements PlanUpdate {
        /** As of the day on which it is told. */
        public ForecastMoved(MilestoneId milestone, LocalDate forecast, Cause cause, String note, Boolean imported) {
            this(milestone, forecast, cause, note, imported, null);
        }

        /** Whether it is told of the past. */
        public boolean history() {
            return asOf != null || Boolean.TRUE.equals(imported);
        }
    }
}
