package io.guatu.board.fold;

import io.guatu.domain.Cause;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The slip ledger in short, kept as it grows: a card costs the same however many moves there were. {@code days} are those of all moves, back moves negative. They are told in two ways, and each
 * adds up: by the reason that was given with the move ({@code byReason}, {@code finishingDays}, {@code unexplainedDays}), and
 * by what they are charged to ({@code byFactor}, {@code unchargedDays}), which is the blockers that were open, see
 * {@link Slip.Share}.
 *
 * @param moves every move of the day a milestone ends
 * @param rePromises moves of a promise: of a forecast or a baseline
 * @param unexplained promises that were moved and nobody said why
 * @param finishingDays of milestones finished on another day than promised, where nobody gave a reason; early is negative
 * @param unchargedDays for which no blocker was open and nobody gave a reason
 */
public record Slippage(
        int moves,
        int rePromises,
        int unexplained,
        long days,
        Map<Cause, Long> byReason,
        long finishingDays,
        long unexplainedDays,
        Map<Cause, Long> byFactor,
        long unchargedDays) {
    private static final Slippage NONE = new Slippage(0, 0, 0, 0, Map.of(), 0, 0, Map.of(), 0);

    /** This and one more move. @param so null before the first */
    static Slippage after(Slippage so, Slip slip) {
        return (so == null ? NONE : so).plus(slip);
    }

    private Slippage plus(Slip slip) {
        boolean finishing = slip.cause() == null && !slip.unexplained();
        Map<Cause, Long> factors = byFactor;
        long uncharged = unchargedDays;
        for (Slip.Share share : slip.shares()) {
            factors = share.cause() == null ? factors : with(factors, share.cause(), share.days());
            uncharged += share.cause() == null ? share.days() : 0;
        }
        return new Slippage(
                moves + 1,
                rePromises + (slip.what() == Slip.What.ACTUAL ? 0 : 1),
                unexplained + (slip.unexplained() ? 1 : 0),
                days + slip.days(),
                slip.cause() == null ? byReason : with(byReason, slip.cause(), slip.days()),
                finishingDays + (finishing ? slip.days() : 0),
                unexplainedDays + (slip.unexplained() ? slip.days() : 0),
                factors,
                uncharged);
    }

    private static Map<Cause, Long> with(Map<Cause, Long> sums, Cause cause, long days) {
        Map<Cause, Long> changed = new EnumMap<>(Cause.class);
        changed.putAll(sums);
        changed.merge(cause, days, Long::sum);
        return Collections.unmodifiableMap(changed);
    }

    /** The days that this blocker has cost so far. @param slips in order: none before it was raised was charged to it */
    public static long cost(List<Slip> slips, long blocker) {
        long cost = 0;
        for (int i = slips.size() - 1; i >= 0 && slips.get(i).seq() > blocker; i--) {
            for (Slip.Share share : slips.get(i).shares()) {
                cost += share.blocker() != null && share.blocker() == blocker ? share.days() : 0;
            }
        }
        return cost;
    }
}
