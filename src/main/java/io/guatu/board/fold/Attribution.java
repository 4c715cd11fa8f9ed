package io.guatu.board.fold;

import io.guatu.domain.Cause;
import java.util.ArrayList;
import java.util.List;

/**
 * Who the days of a slip are charged to. While blockers of the milestone are open, a delay is shared equally between them,
 * in whole days; the days that do not divide go to those that were raised first. Without one, and when the date moves
 * back, the days are charged to the move's own cause. The shares always sum to the days.
 */
final class Attribution {
    private Attribution() {}

    /** @param open the milestone's open blockers, oldest first */
    static List<Slip.Share> of(long days, Cause cause, List<Blocker> open) {
        if (days <= 0 || open.isEmpty()) {
            return List.of(new Slip.Share(null, cause, days));
        }
        List<Slip.Share> shares = new ArrayList<>();
        long each = days / open.size();
        long left = days % open.size();
        for (Blocker blocker : open) {
            long share = each + (left-- > 0 ? 1 : 0);
            if (share > 0) {
                shares.add(new Slip.Share(blocker.seq(), blocker.factor().cause(), share));
            }
        }
        return shares;
    }
}
