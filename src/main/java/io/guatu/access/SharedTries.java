package io.guatu.access;

import io.guatu.ledger.Tries;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;

/**
 * Tries that all nodes count together, asked when the own count has some left: who guesses at three nodes has no more guesses than
 * at one. What is tried is known in the database by a mark alone.
 */
public final class SharedTries {
    private static final int DIGITS = 4;

    private final Tries tries;
    private final Keys keys;
    private final Clock clock;

    public SharedTries(Tries tries, Keys keys, Clock clock) {
        this.tries = tries;
        this.keys = keys;
        this.clock = clock;
    }

    /** Takes one of each, until one has none left. @return seconds to wait then */
    public Future<OptionalLong> waitSeconds(List<Try> all) {
        if (all.isEmpty()) {
            return Future.succeededFuture(OptionalLong.empty());
        }
        Try first = all.get(0);
        return tries.take(slot(first), first.most(), first.period(), clock.instant())
                .compose(wait ->
                        wait.isPresent() ? Future.succeededFuture(wait) : waitSeconds(all.subList(1, all.size())));
    }

    /** It was no guess. */
    public Future<Void> giveBack(Try one) {
        return tries.giveBack(slot(one));
    }

    private int slot(Try one) {
        return Integer.parseInt(keys.mark("try " + one.what()).substring(0, DIGITS), 16) % Tries.SLOTS;
    }
}
