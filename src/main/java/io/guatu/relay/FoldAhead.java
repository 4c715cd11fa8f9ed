package io.guatu.relay;

import io.guatu.ledger.Aside;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.NotUnderstood;
import io.guatu.state.State;
import io.guatu.state.Understood;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;

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

    /**
     * @param seq the newest entry that is folded: a start has no more to read than what came since
     * @param end the entry after it, where this program does not understand it
     */
    public record Folded(long seq, Optional<NotUnderstood> end) {}

    public Future<Folded> run() {
        return ledger.head()
                .compose(head -> snapshots.upTo(head.epoch(), head.seq()))
                .compose(from -> new Folding(vertx, Aside.past(vertx), ledger, snapshots::pass).fold(from))
                .compose(state -> snapshots.consider(state, true).compose(kept -> ended(state)));
    }

    private Future<Folded> ended(State at) {
        return ledger.from(at.seq(), 1)
                .map(page -> new Folded(
                        at.seq(),
                        Optional.ofNullable(Understood.of(at, page, at.head()).end())));
    }
}
