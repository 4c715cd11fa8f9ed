package io.guatu.relay;

import io.guatu.ledger.Aside;
import io.guatu.ledger.Ledger;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Folds what this program would fold when it is started, while another one serves the board, and keeps it: its start is a warm
 * one, and nobody waits while a new version reads a long ledger anew.
 */
public final class FoldAhead {
    private final Vertx vertx;
    private final Ledger ledger;
    private final Snapshots snapshots;

    public FoldAhead(Vertx vertx, Ledger ledger, Snapshots snapshots) {
        this.vertx = vertx;
        this.ledger = ledger;
        this.snapshots = snapshots;
    }

    /** @return the newest entry that is folded: a start has no more to read than what came since */
    public Future<Long> run() {
        return ledger.head()
                .compose(head -> snapshots.upTo(head.epoch(), head.seq()))
                .compose(from -> new Folding(vertx, Aside.past(vertx), ledger, snapshots::pass).fold(from))
                .compose(state -> snapshots.consider(state, true).map(state.seq()));
    }
}
