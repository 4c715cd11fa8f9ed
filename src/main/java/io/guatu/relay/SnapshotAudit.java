package io.guatu.relay;

import io.guatu.ledger.Aside;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.Loop;
import io.guatu.ledger.SnapshotStore;
import io.guatu.ledger.SnapshotStore.Kept;
import io.guatu.state.Snapshot;
import io.guatu.state.State;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Folds the ledger from its first entry, and compares every snapshot of this program on the way. */
public final class SnapshotAudit {
    private final Vertx vertx;
    private final Ledger ledger;
    private final SnapshotStore store;
    private final String mark;

    public SnapshotAudit(Vertx vertx, Ledger ledger, SnapshotStore store, String mark) {
        this.vertx = vertx;
        this.ledger = ledger;
        this.store = store;
        this.mark = mark;
    }

    /** @param different the entries at which a snapshot ends that is not what the entries say */
    public record Result(int compared, List<Long> different) {
        public Result {
            different = List.copyOf(different);
        }
    }

    public Future<Result> run() {
        return ledger.head().compose(head -> store.upTo(mark, head.seq()).compose(kept -> compare(head.epoch(), kept)));
    }

    private Future<Result> compare(UUID epoch, List<Kept> newestFirst) {
        List<Kept> left = new ArrayList<>(newestFirst);
        Collections.reverse(left);
        List<Long> different = new ArrayList<>();
        State[] at = {State.begin(epoch)};
        return Loop.whileTrue(() -> {
                    if (left.isEmpty()) {
                        return Future.succeededFuture(false);
                    }
                    Kept next = left.remove(0);
                    return new Folding(vertx, ledger).fold(at[0], next.seq()).compose(state -> {
                        at[0] = state;
                        return same(next, state).map(same -> {
                            if (!same) {
                                different.add(next.seq());
                            }
                            return true;
                        });
                    });
                })
                .map(done -> new Result(newestFirst.size(), different));
    }

    private Future<Boolean> same(Kept kept, State state) {
        return SnapshotReading.of(vertx, Aside.all(vertx), store, kept)
                .compose(parts -> vertx.executeBlocking(
                        () -> Snapshot.of(parts, state.head().epoch()).equals(state), false))
                .recover(fault -> fault instanceof IllegalStateException || fault instanceof UncheckedIOException
                        ? Future.succeededFuture(false) // it is no snapshot
                        : Future.failedFuture(fault));
    }
}
