package io.guatu.relay;

import io.guatu.ledger.Aside;
import io.guatu.ledger.SnapshotStore;
import io.guatu.ledger.SnapshotStore.Kept;
import io.guatu.ledger.SnapshotStore.Part;
import io.guatu.state.Snapshot;
import io.guatu.state.State;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
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

    /** A run that ends writes a large state only when the next start would fold longer than this one writes. */
    private static final long LAST_PART = 500;

    /** What lies between two of these is near enough for the past to be left as it is. */
    private static final long APART = 2 * SnapshotStore.NEAR - Folding.PAGE;

    private final Vertx vertx;
    private final Aside aside;
    private final SnapshotStore store;
    private final String mark;
    private final long apart;
    private long kept;
    private Future<Void> keeping = Future.succeededFuture();

    /** @param mark of the code that folds: what another program folded is not begun with */
    public Snapshots(Vertx vertx, SnapshotStore store, String mark) {
        this(vertx, Aside.all(vertx), store, mark, APART);
    }

    /** With which somebody who looks back begins, while others write. */
    public static Snapshots ofPast(Vertx vertx, SnapshotStore store, String mark) {
        return new Snapshots(vertx, Aside.past(vertx), store, mark, APART);
    }

    /** Which are kept while nobody waits for them. */
    static Snapshots behind(Vertx vertx, SnapshotStore store, String mark) {
        return new Snapshots(vertx, Aside.behind(vertx), store, mark, APART);
    }

    /** @param apart so many entries lie between two that are kept on a long way */
    Snapshots(Vertx vertx, SnapshotStore store, String mark, long apart) {
        this(vertx, Aside.all(vertx), store, mark, apart);
    }

    private Snapshots(Vertx vertx, Aside aside, SnapshotStore store, String mark, long apart) {
        this.vertx = vertx;
        this.aside = aside;
        this.store = store;
        this.mark = mark;
        this.apart = apart;
    }

    /** The newest state at {@code seq} or before that can be begun with; before the first entry when there is none. */
    public Future<State> upTo(UUID epoch, long seq) {
        return Patience.with(vertx, () -> store.upTo(mark, seq))
                .compose(all -> first(all, epoch))
                .onSuccess(state -> kept = state.seq());
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
        return read(newest, epoch).recover(fault -> {
            LOG.warn("the snapshot at {} is not used, an older one is: {}", newest.seq(), fault.toString());
            return first(all.subList(1, all.size()), epoch);
        });
    }

    private Future<State> read(Kept snapshot, UUID epoch) {
        return SnapshotReading.of(vertx, aside, store, snapshot).map(parts -> {
            State state = Snapshot.of(parts, epoch);
            if (state.seq() != snapshot.seq() || !state.head().seal().equals(snapshot.seal())) {
                throw new IllegalStateException("it is of another entry than it says");
            }
            return state;
        });
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
        long enough = now
                ? Math.max(WORTH_IT, Math.min(OFTEN, state.seq() / LAST_PART))
                : Math.max(OFTEN, state.seq() / PART);
        if (since < enough) {
            return Future.succeededFuture();
        }
        return keep(state).otherwise(fault -> {
            LOG.warn("no snapshot could be kept at {}: {}", state.seq(), fault.toString());
            return null;
        });
    }

    /** Keeps what was folded and not kept on the way, when what is being written is written. */
    public Future<Void> settle(State state) {
        return keeping.transform(whatever -> consider(state, false));
    }

    /**
     * Keeps what a long fold passes, one now and then, while it goes on: the past can be looked at from its end on, and a
     * node that is killed on the way is followed by one that begins there.
     */
    Future<Void> pass(State state) {
        return keeping.isComplete() && state.seq() - kept >= apart
                ? keep(state).onFailure(fault -> LOG.warn("none could be kept on the way: {}", fault.toString()))
                : Future.succeededFuture();
    }

    /** The newest entry of the newest snapshot that this node made, or began with. */
    public long kept() {
        return kept;
    }

    /** Keeps this state, unless another node already did. */
    public Future<Void> keep(State state) {
        return keep(state, () -> {});
    }

    /** @param goOn called now and then: what it throws ends it, and nothing is kept */
    Future<Void> keep(State state, Runnable goOn) {
        kept = state.seq();
        List<Callable<Part>> parts = Snapshot.parts(state).stream()
                .map(part -> (Callable<Part>) () -> Part.of(part.call()))
                .toList();
        keeping = Lanes.all(aside, parts, goOn)
                .compose(made -> store.keep(mark, state.head(), made))
                .compose(done -> store.thin(mark));
        return keeping;
    }
}
