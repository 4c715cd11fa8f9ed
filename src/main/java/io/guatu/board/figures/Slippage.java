package io.guatu.board.figures;

import io.guatu.board.fold.Slip;
import io.guatu.domain.Cause;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The slip ledger in short. {@code days} are those of all moves, back moves negative. They are told in two ways, and each
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
    /** Null for a project without a move. */
    public static Slippage of(List<Slip> slips) {
        if (slips.isEmpty()) {
            return null;
        }
        List<Slip.Share> shares =
                slips.stream().flatMap(slip -> slip.shares().stream()).toList();
        return new Slippage(
                slips.size(),
                (int) slips.stream()
                        .filter(slip -> slip.what() != Slip.What.ACTUAL)
                        .count(),
                (int) slips.stream().filter(Slip::unexplained).count(),
                slips.stream().mapToLong(Slip::days).sum(),
                by(slips, Slip::cause, Slip::days),
                slips.stream()
                        .filter(slip -> slip.cause() == null && !slip.unexplained())
                        .mapToLong(Slip::days)
                        .sum(),
                slips.stream().filter(Slip::unexplained).mapToLong(Slip::days).sum(),
                by(shares, Slip.Share::cause, Slip.Share::days),
                shares.stream()
                        .filter(share -> share.cause() == null)
                        .mapToLong(Slip.Share::days)
                        .sum());
    }

    private static <T> Map<Cause, Long> by(List<T> parts, Function<T, Cause> cause, ToLongFunction<T> days) {
        Map<Cause, Long> sums = new EnumMap<>(Cause.class);
        for (T part : parts) {
            if (cause.apply(part) != null) {
                sums.merge(cause.apply(part), days.applyAsLong(part), Long::sum);
            }
        }
        return sums;
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
