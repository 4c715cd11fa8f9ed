package io.guatu.relay;

import io.guatu.ledger.Aside;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.Loop;
import io.guatu.ledger.OutOfStep;
import io.guatu.ledger.Page;
import io.guatu.state.State;
import io.guatu.state.Understood;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds a long stretch of the ledger beside the event loop, a page while the next one is read. It takes long, and a restore may
 * come between two pages: each must continue what was folded, by its seal.
 */
final class Folding {
    private static final Logger LOG = LoggerFactory.getLogger(Folding.class);
    static final int PAGE = 2_000;
    /** Who waits for a long fold sees that it goes on. */
    private static final long TOLD = 500_000;

    private final Vertx vertx;
    private final Aside aside;
    private final Ledger ledger;
    private final Consumer<State> reached;
    private State state;
    private Future<Page> reading;

    Folding(Vertx vertx, Ledger ledger) {
        this(vertx, Aside.all(vertx), ledger, state -> {});
    }

    /** @param reached hears of every step, on the event loop */
    Folding(Vertx vertx, Aside aside, Ledger ledger, Consumer<State> reached) {
        this.vertx = vertx;
        this.aside = aside;
        this.ledger = ledger;
        this.reached = reached;
    }

    /** The state at the end of the ledger. Fails with {@link OutOfStep} when the past that it began with is gone. */
    Future<State> fold(State from) {
        return fold(from, Long.MAX_VALUE);
    }

    /** The state at {@code to}, or at the end of the ledger when it ends before. */
    Future<State> fold(State from, long to) {
        state = from;
        reading = read(from.seq(), to);
        return Loop.whileTrue(() -> reading.compose(page -> step(page, to)))
                .eventually(() ->
                        reading.transform(read -> Future.succeededFuture())) // one that failed leaves no page behind
                .map(folded -> state);
    }

    private Future<Boolean> step(Page page, long to) {
        State before = state;
        if (before.seq() >= to) {
            return Future.succeededFuture(false);
        }
        if (!before.head().seal().equals(page.seal())) {
            return Future.failedFuture(new OutOfStep("entry " + before.seq() + " is another than was folded"));
        }
        if (page.entries().isEmpty()) {
            return Future.succeededFuture(false);
        }
        reading = read(page.after(before.head()).seq(), to);
        return aside.run(() -> Understood.of(before, page, before.head())).map(understood -> {
            State after = understood.state();
            if (after.seq() / TOLD > before.seq() / TOLD) {
                LOG.info("folded {} entries of the ledger", after.seq());
            }
            state = after;
            reached.accept(after);
            return understood.news().size() == page.entries().size();
        });
    }

    private Future<Page> read(long seq, long to) {
        return seq >= to
                ? Future.succeededFuture(Page.empty(null))
                : Patience.with(vertx, () -> ledger.from(seq, (int) Math.min(PAGE, to - seq)));
    }
}
