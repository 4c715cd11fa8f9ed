package io.guatu.board;

import io.guatu.domain.MilestoneId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A project's lamp with its reasons, worst first, and what would turn it green. {@code rules} is the id of the rule set
 * that decided. Codes become sentences in the pages' text files.
 */
public record Lamp(Colour colour, String rules, List<Reason> reasons, List<Step> toGreen) {
    public Lamp {
        reasons = List.copyOf(reasons);
        toGreen = List.copyOf(toGreen);
    }

    public enum Colour {
        DONE,
        GREEN,
        YELLOW,
        RED,
        GREY
    }

    /** Parameters that a code does not have are null. */
    public record Reason(Code code, MilestoneId milestone, Long days, BigDecimal points, LocalDate date) {
        static Reason of(Code code) {
            return new Reason(code, null, null, null, null);
        }
    }

    public enum Code {
        /** Nothing was planned: no baseline, never green. */
        NO_PLAN,
        /** The weights do not sum to 100; {@code points} are missing. */
        PLAN_INCOMPLETE,
        /** Begins on {@code date}, in {@code days}; counted nowhere. */
        NOT_STARTED,
        /** Nothing was heard for {@code days} longer than the cadence allows. */
        SILENT,
        /** Cancelled: outside every average. */
        CANCELLED,
        /** {@code milestone} is {@code days} past its baseline finish. */
        MILESTONE_LATE,
        /** Verified progress is {@code points} behind time progress. */
        BEHIND,
        /** {@code milestone} is due in {@code days} and {@code points} are still to be verified. */
        DUE_SOON,
        /** {@code milestone} is forecast {@code days} after its baseline finish. */
        FORECAST_LATE,
        /** Everything was verified; the last on {@code date}. */
        ALL_VERIFIED
    }

    /** One step towards green. */
    public record Step(Way code, MilestoneId milestone, Long days, BigDecimal points) {}

    public enum Way {
        PLAN,
        COMPLETE_PLAN,
        REPORT,
        FINISH_OR_REPLAN,
        VERIFY_POINTS,
        FINISH_SOON,
        BRING_FORWARD
    }
}
