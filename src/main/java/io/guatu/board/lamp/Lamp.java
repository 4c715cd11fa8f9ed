package io.guatu.board.lamp;

import io.guatu.domain.Factor;
import io.guatu.domain.MilestoneId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A project's lamp with its reasons, worst first, and what would turn it green. {@code rules} is the id of the rule set
 * that decided. Codes become sentences in the pages' text files.
 *
 * @param urgency by which every list of projects is ordered, the greatest first; a number to compare and not to show
 */
public record Lamp(Colour colour, int urgency, String rules, List<Reason> reasons, List<Step> toGreen) {
    /** More days than any reason counts: no number of days makes a yellow lamp more urgent than a red one. */
    private static final int COLOUR = 100_000;

    public Lamp {
        reasons = List.copyOf(reasons);
        toGreen = toGreen.stream().distinct().toList();
    }

    /** As urgent as its colour, then as the days of its worst reason. */
    public Lamp(Colour colour, String rules, List<Reason> reasons, List<Step> toGreen) {
        this(colour, urgency(colour, reasons), rules, reasons, toGreen);
    }

    private static int urgency(Colour colour, List<Reason> reasons) {
        long days = reasons.isEmpty() || !reasons.get(0).worsens()
                ? 0
                : reasons.get(0).days();
        return colour.rank * COLOUR + (int) Math.min(days, COLOUR - 1);
    }

    /** Of whom nothing is known may be worse off than who is known to be well: grey stands before green. */
    public enum Colour {
        DONE(0),
        GREEN(1),
        YELLOW(3),
        RED(4),
        GREY(2);

        private final int rank;

        Colour(int rank) {
            this.rank = rank;
        }
    }

    /**
     * Parameters that a code does not have are null. {@code ref} is the seq of the blocker, hazard or directive.
     */
    public record Reason(
            Code code, MilestoneId milestone, Long days, BigDecimal points, LocalDate date, Factor factor, Long ref) {
        /** Whether each of its days makes it worse: days that are left and a pause that was agreed do not. */
        private boolean worsens() {
            return days != null
                    && days > 0
                    && code != Code.NOT_STARTED
                    && code != Code.DUE_SOON
                    && code != Code.SUSPENDED;
        }

        static Reason of(Code code) {
            return new Reason(code, null, null, null, null, null, null);
        }

        static Reason of(Code code, long days, LocalDate date) {
            return new Reason(code, null, days, null, date, null, null);
        }

        static Reason of(Code code, MilestoneId milestone, long days) {
            return new Reason(code, milestone, days, null, null, null, null);
        }

        static Reason of(Code code, BigDecimal points) {
            return new Reason(code, null, null, points, null, null, null);
        }

        static Reason of(Code code, Factor factor, long days, long ref) {
            return new Reason(code, null, days, null, null, factor, ref);
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
        /** Suspended since {@code date}, for {@code days}: the clock stands still, outside every average. */
        SUSPENDED,
        /** {@code milestone} is {@code days} past its baseline finish. */
        MILESTONE_LATE,
        /** Verified progress is {@code points} behind time progress. */
        BEHIND,
        /** {@code milestone} is due in {@code days} and {@code points} are still to be verified. */
        DUE_SOON,
        /** {@code milestone} is forecast {@code days} after its baseline finish. */
        FORECAST_LATE,
        /** The blocker {@code ref} about {@code factor} has been open for {@code days}. */
        BLOCKER_OPEN,
        /** The blocker {@code ref} about {@code factor} should have been cleared {@code days} ago. */
        BLOCKER_PROMISE_BROKEN,
        /** The hazard {@code ref} should have been rectified {@code days} ago. */
        RECTIFICATION_OVERDUE,
        /** The hazard {@code ref} was rectified, they say, and should have been closed {@code days} ago. */
        RECTIFICATION_UNCHECKED,
        /** The directive {@code ref} should have been answered {@code days} ago. */
        DIRECTIVE_OVERDUE,
        /** Everything was verified; the last on {@code date}. */
        ALL_VERIFIED
    }

    /** One step towards green. */
    public record Step(Way code, MilestoneId milestone, Long days, BigDecimal points, Factor factor, Long ref) {
        static Step of(Way code) {
            return new Step(code, null, null, null, null, null);
        }

        static Step of(Way code, MilestoneId milestone, Long days, BigDecimal points) {
            return new Step(code, milestone, days, points, null, null);
        }

        static Step of(Way code, Factor factor, long ref) {
            return new Step(code, null, null, null, factor, ref);
        }
    }

    public enum Way {
        PLAN,
        COMPLETE_PLAN,
        REPORT,
        RESUME,
        FINISH_OR_REPLAN,
        VERIFY_POINTS,
        FINISH_SOON,
        BRING_FORWARD,
        CLEAR_BLOCKER,
        RECTIFY,
        RECHECK,
        ANSWER_DIRECTIVE
    }

    public boolean has(Code code) {
        return reasons.stream().anyMatch(reason -> reason.code() == code);
    }

    /** Counted in no average: not begun, suspended or cancelled. */
    public boolean outside() {
        return has(Code.NOT_STARTED) || has(Code.SUSPENDED) || has(Code.CANCELLED);
    }
}
