package io.guatu.relay;

import io.guatu.ledger.SnapshotStore;
import io.guatu.ledger.SnapshotStore.Kept;
import io.guatu.state.Snapshot;
import io.guatu.state.State;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the state now and then, and finds the newest one to begin with. A snapshot is never trusted blindly: the ledger must
 * still hold the entry that it ends with, and the bytes must be those that were written; otherwise the one before it is taken,
 * and in the end the first entry.
 */
public final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    /** So many entries are folded in a second or less. */
    private static final long OFTEN = 20_000;

    /** A long ledger makes a large state: it is written when folding what came since costs as much, and not with every hour. */
    private static final long PART = 200;

    private static final long WORTH_IT = 1_000;

    private final Vertx vertx;
    private final SnapshotStore store;
    private final String mark;
    private long kept;
    private Future<Void> keeping = Future.succeededFuture();

    /** @param mark of the code that folds: what another program folded is not begun with */
    public Snapshots(Vertx vertx, SnapshotStore store, String mark) {
        this.vertx = vertx;
        this.store = store;
        this.mark = mark;
    }

    /** The newest state at {@code seq} or before that can be begun with; before the first entry when there is none. */
    public Future<State> upTo(UUID epoch, long seq) {
        return Patience.with(vertx, () -> store.upTo(mark, seq)).compose(all -> first(all, epoch));
    }

    /** The newest after {@code seq} and not after {@code last}: none where nothing is nearer than what one has. */
    public Future<Optional<State>> upTo(UUID epoch, long seq, long last) {
        return store.upTo(mark, last)
                .compose(all ->
                        first(all.stream().filter(some -> some.seq() > seq).toList(), epoch))
                .map(state -> state.seq() > seq ? Optional.of(state) : Optional.empty());
    }

    private Future<State> first(List<Kept> all, UUID epoch) {
        if (all.isEmpty()) {
            return Future.succeededFuture(State.begin(epoch));
        }
        Kept newest = all.get(0);
        return read(newest, epoch)
                .onSuccess(state -> kept = Math.max(kept, state.seq()))
                .recover(fault -> {
                    LOG.warn("the snapshot at {} is not used, an older one is: {}", newest.seq(), fault.toString());
                    return first(all.subList(1, all.size()), epoch);
                });
    }

    private Future<State> read(Kept snapshot, UUID epoch) {
        return Patience.with(vertx, () -> store.parts(snapshot))
                .compose(parts -> vertx.executeBlocking(
                        () -> {
                            if (!snapshot.holds(parts)) {
                                throw new IllegalStateException("its bytes are not those that were written");
                            }
                            State state = Snapshot.read(parts, epoch);
                            if (state.seq() != snapshot.seq()
                                    || !state.head().seal().equals(snapshot.seal())) {
                                throw new IllegalStateException("it is of another entry than it says");
                            }
                            return state;
                        },
                        false));
    }

    /**
     * Keeps the state when enough was told since the last one. One that is being written is not begun a second time, and who
     * ends a day or a run waits for it.
     *
     * @param now whether it is a good moment: a day or a run ends
     */
    public Future<Void> consider(State state, boolean now) {
        if (!keeping.isComplete()) {
            return now ? keeping.transform(whatever -> consider(state, true)) : Future.succeededFuture();
        }
        long since = state.seq() - kept;
        if (since < (now ? WORTH_IT : Math.max(OFTEN, state.seq() / PART))) {
            return Future.succeededFuture();
        }
        return keep(state).otherwise(fault -> {
            LOG.warn("no snapshot could be kept at {}: {}", state.seq(), fault.toString());
            return null;
        });
    }

    /** The newest entry of the newest snapshot that this node made, or began with. */
    public long kept() {
        return kept;
    }

    /** Keeps this state, unless another node already did. */
    public Future<Void> keep(State state) {
        kept = state.seq();
        keeping = vertx.executeBlocking(() -> Snapshot.write(state), false)
                .compose(parts -> store.keep(mark, state.head(), parts))
                .compose(done -> store.thin(mark));
        return keeping;
    }
}
