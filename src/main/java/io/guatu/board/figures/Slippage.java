package io.guatu.board.figures;

import io.guatu.board.fold.Slip;
import io.guatu.domain.Cause;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The slip ledger in short. {@code days} are those of all moves, back moves negative; {@code byCause} and
 * {@code unexplainedDays} sum to them.
 *
 * @param moves every move of the day a milestone ends
 * @param rePromises moves of a promise: of a forecast or a baseline
 * @param unexplained promises that were moved and nobody said why
 */
public record Slippage(
        int moves, int rePromises, int unexplained, long days, Map<Cause, Long> byCause, long unexplainedDays) {
    /** Null for a project without a move. */
    public static Slippage of(List<Slip> slips) {
        if (slips.isEmpty()) {
            return null;
        }
        Map<Cause, Long> byCause = new EnumMap<>(Cause.class);
        long unexplained = 0;
        for (Slip slip : slips) {
            for (Slip.Share share : slip.shares()) {
                if (share.cause() == null) {
                    unexplained += share.days();
                } else {
                    byCause.merge(share.cause(), share.days(), Long::sum);
                }
            }
        }
        return new Slippage(
                slips.size(),
                (int) slips.stream()
                        .filter(slip -> slip.what() != Slip.What.ACTUAL)
                        .count(),
                (int) slips.stream().filter(Slip::unexplained).count(),
                slips.stream().mapToLong(Slip::days).sum(),
                byCause,
                unexplained);
    }

    /** The days that this blocker has cost so far. */
    public static long cost(List<Slip> slips, long blocker) {
        return slips.stream()
                .flatMap(slip -> slip.shares().stream())
                .filter(share -> share.blocker() != null && share.blocker() == blocker)
                .mapToLong(Slip.Share::days)
                .sum();
    }
}
