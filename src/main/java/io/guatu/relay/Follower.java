package io.guatu.relay;

import io.guatu.domain.Entry;
import io.guatu.ledger.Aside;
import io.guatu.ledger.Head;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.Loop;
import io.guatu.ledger.NotUnderstood;
import io.guatu.ledger.Page;
import io.guatu.state.Present;
import io.guatu.state.State;
import io.guatu.state.Understood;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the ledger by {@code seq} and moves what is shown, one run at a time. At every step the seal at the cursor is compared:
 * where the past that was followed is gone, everything begins anew, aside, and is shown when it is complete.
 */
final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int PAGE = 1_000;

    private final Vertx vertx;
    private final Ledger ledger;
    private final Shown shown;
    private final Snapshots snapshots;
    private Promise<Void> next;
    private boolean running;
    private String gone;
    private Progress progress = Progress.NONE;
    private NotUnderstood end;
    private boolean stopped;
    /** What is folded aside, as far as it is; null when nothing is. */
    private State aside;

    private Future<Void> folding = Future.succeededFuture();

    Follower(Vertx vertx, Ledger ledger, Shown shown, Snapshots snapshots) {
        this.vertx = vertx;
        this.ledger = ledger;
        this.shown = shown;
        this.snapshots = snapshots;
    }

    /**
     * Completes when everything is shown that was in the ledger at this moment, or later. Fails with {@link NotUnderstood} when
     * all is shown that comes before an entry that this program does not understand.
     */
    Future<Void> run() {
        if (running) {
            next = next == null ? Promise.promise() : next;
            return next.future();
        }
        running = true;
        return ledger.head()
                .compose(
                        head -> head.epoch().equals(shown.now().head().epoch()) ? Future.succeededFuture() : anew(head))
                .compose(sameEpoch -> Loop.whileTrue(this::step))
                .andThen(ran -> {
                    running = false;
                    ended(ran.cause());
                    if (next != null) {
                        Promise<Void> asked = next;
                        next = null;
                        run().onComplete(asked);
                    }
                });
    }

    /** What was lost when the past that this node followed was found to be gone; null when it never was. */
    String gone() {
        return gone;
    }

    /** The entry before which it stands because it does not understand it; null when it comes to the end. */
    NotUnderstood end() {
        return end;
    }

    private void ended(Throwable fault) {
        if (fault instanceof NotUnderstood news && (end == null || end.seq() != news.seq())) {
            LOG.error(
                    "{} ({}). What was told before it is served, nothing is written here: start the version that wrote it",
                    news.getMessage(),
                    news.why());
        }
        if (fault == null || fault instanceof NotUnderstood) {
            end = (NotUnderstood) fault;
        }
    }

    /** Completes when nothing is folded any more, with the newest state: whoever starts next need not begin before it. */
    Future<State> stop() {
        stopped = true;
        return folding.transform(
                ended -> Future.succeededFuture(aside == null ? shown.now().state() : aside));
    }

    /** How far it is with what was in the ledger when it last began anew. */
    Progress progress() {
        return progress;
    }

    /** By what is there at the cursor and not by the head, which may be older than what the writer has shown meanwhile. */
    private Future<Boolean> step() {
        Head mine = shown.now().head();
        return ledger.from(mine.seq(), PAGE).compose(page -> {
            if (page.seal() == null) {
                return lost(mine, "entry " + mine.seq() + " is no more");
            }
            return advance(page, mine);
        });
    }

    /** The writer may have moved what is shown while the page was read. */
    private Future<Boolean> advance(Page page, Head from) {
        Present base = shown.now();
        if (!base.head().epoch().equals(from.epoch())) {
            return Future.succeededFuture(page.entries().size() == PAGE);
        }
        if (!page.mayHold(from, base.head())) {
            return lost(base.head(), "entry " + base.seq() + " is another than before");
        }
        Understood after = Understood.of(base.state(), page, from);
        List<Entry> news = after.news();
        boolean more = page.entries().size() == PAGE || after.end() != null;
        if (news.isEmpty()) {
            boolean ends = after.end() != null && after.end().seq() == base.seq() + 1;
            return ends ? Future.failedFuture(after.end()) : Future.succeededFuture(more);
        }
        State state = after.state();
        if (!redrawsAll(base.state(), state)) {
            shown.move(base.with(state, news), news);
            return Future.succeededFuture(more);
        }
        // Every card at once: not on the event loop.
        return vertx.executeBlocking(() -> base.with(state, news)).compose(present -> {
            if (shown.now() != base) {
                return advance(page, from);
            }
            shown.move(present, news);
            return Future.succeededFuture(more);
        });
    }

    private static boolean redrawsAll(State before, State after) {
        return before.projects().settings().seq() != after.projects().settings().seq();
    }

    private Future<Boolean> lost(Head mine, String what) {
        LOG.error("the past that this node followed is gone: {}. It begins anew, and every viewer with it", what);
        gone = what;
        return ledger.renewEpoch(mine)
                .compose(renewed -> ledger.head())
                .compose(head -> isAnother(head, mine) ? anew(head) : Future.succeededFuture())
                .map(true);
    }

    /** A backup that comes back right now may know nothing of another epoch: under the old one no viewer would begin anew. */
    private static boolean isAnother(Head head, Head gone) {
        return !head.epoch().equals(gone.epoch());
    }

    /** Folds aside, without a card, and draws them all at the end: nobody is a stranger meanwhile. */
    private Future<Void> anew(Head head) {
        progress = new Progress(0, head.seq());
        folding = snapshots
                .upTo(head.epoch(), head.seq())
                .onSuccess(from -> LOG.info("following the ledger {} from entry {}", head.epoch(), from.seq()))
                .compose(from -> new Folding(vertx, Aside.all(vertx), ledger, state -> reached(state, head)).fold(from))
                .compose(state -> vertx.executeBlocking(() -> shown.now().anew(state)))
                .onSuccess(present -> shown.move(present, List.of()))
                .onSuccess(present -> aside = null)
                .mapEmpty();
        return folding;
    }

    private void reached(State state, Head head) {
        progress = new Progress(state.seq(), Math.max(head.seq(), state.seq()));
        aside = state;
        if (stopped) {
            throw new CancellationException("the program ends at entry " + state.seq());
        }
        snapshots.pass(state);
    }
}
