package io.guatu.relay;

import io.guatu.ledger.Head;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.Loop;
import io.guatu.ledger.Page;
import io.guatu.state.State;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;

/** Folds a long stretch of the ledger beside the event loop, a page while the next one is read. */
final class Folding {
    private static final int PAGE = 2_000;

    private final Vertx vertx;
    private final Ledger ledger;
    private State state;
    private Future<Page> reading;

    Folding(Vertx vertx, Ledger ledger) {
        this.vertx = vertx;
        this.ledger = ledger;
    }

    /** How far it is. */
    long seq() {
        return state == null ? 0 : state.seq();
    }

    /** The state at the end of the ledger. */
    Future<State> fold(State from) {
        return fold(from, Long.MAX_VALUE);
    }

    /** The state at {@code to}, or at the end of the ledger when it ends before. */
    Future<State> fold(State from, long to) {
        state = from;
        reading = read(from.seq(), to);
        return Loop.whileTrue(() -> reading.compose(page -> step(page, to))).map(folded -> state);
    }

    private Future<Boolean> step(Page page, long to) {
        if (page.entries().isEmpty()) {
            return Future.succeededFuture(false);
        }
        State before = state;
        Head head = page.after(before.head());
        reading = read(head.seq(), to);
        return vertx.executeBlocking(() -> before.after(page.entries(), head), false)
                .map(after -> {
                    state = after;
                    return true;
                });
    }

    private Future<Page> read(long seq, long to) {
        return seq >= to
                ? Future.succeededFuture(new Page(null, List.of(), null))
                : ledger.from(seq, (int) Math.min(PAGE, to - seq));
    }
}
