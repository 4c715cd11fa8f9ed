package io.guatu.relay;

import io.guatu.ledger.Aside;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.Loop;
import io.guatu.ledger.SnapshotStore;
import io.guatu.ledger.SnapshotStore.Kept;
import io.guatu.state.State;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that there is a snapshot near any past entry, so that a day four years back is begun with the one before it: where
 * there are none (the program folds otherwise than the last one did, or there never were any), it folds that stretch and keeps
 * them. It rests as long as it works: nobody waits for it.
 */
public final class PastSnapshots {
    private static final Logger LOG = LoggerFactory.getLogger(PastSnapshots.class);

    private static final long EVERY_MILLIS = 3_600_000;

    private final Vertx vertx;
    private final Aside aside;
    private final Ledger ledger;
    private final SnapshotStore store;
    private final Snapshots snapshots;
    private final String mark;
    private final long near;
    private final Promise<Void> stopping = Promise.promise();
    private Future<Void> run = Future.succeededFuture();
    private State at;
    private long end;

    public PastSnapshots(Vertx vertx, Ledger ledger, SnapshotStore store, String mark) {
        this(vertx, ledger, store, mark, SnapshotStore.NEAR);
    }

    /** @param near so many entries lie between two of them; of that many last ones fewer */
    public PastSnapshots(Vertx vertx, Ledger ledger, SnapshotStore store, String mark, long near) {
        this.vertx = vertx;
        this.aside = Aside.behind(vertx);
        this.ledger = ledger;
        this.store = store;
        this.snapshots = Snapshots.behind(vertx, store, mark);
        this.mark = mark;
        this.near = near;
    }

    /** Now and every hour: a board that is used grows. Completes when it is filled for the first time, or was not. */
    public Future<Void> keepFilled(Supplier<State> present) {
        vertx.setPeriodic(EVERY_MILLIS, id -> fill(present.get()));
        return fill(present.get());
    }

    /** @param state of the present: what is behind it is filled */
    public Future<Void> fill(State state) {
        if (!run.isComplete()) {
            return Future.succeededFuture();
        }
        at = null;
        run = Loop.whileTrue(() -> stopped() ? Future.succeededFuture(false) : step(state))
                .onFailure(fault -> {
                    if (!stopped()) {
                        LOG.warn("the snapshots of the past are filled another time: {}", fault.toString());
                    }
                })
                .onComplete(done -> at = null);
        return run;
    }

    /** Completes when nothing of it is under way: a worker that is done after the event loops are gone complains of it. */
    public Future<Void> stop() {
        stopping.tryComplete();
        return run.otherwiseEmpty();
    }

    private boolean stopped() {
        return stopping.future().isComplete();
    }

    private void goOn(State reached) {
        if (stopped()) {
            throw new CancellationException("the program ends at entry " + reached.seq());
        }
    }

    private Future<Boolean> step(State present) {
        if (at == null) {
            return store.upTo(mark, present.seq()).compose(kept -> gap(kept, present.seq())
                    .map(gap -> begin(present.head().epoch(), gap))
                    .orElse(Future.succeededFuture(false)));
        }
        long began = System.nanoTime();
        long to = next(at.seq(), present.seq());
        return new Folding(vertx, aside, ledger, this::goOn).fold(at, to).compose(state -> snapshots
                .keep(state, () -> goOn(state))
                .compose(
                        kept -> Future.any(vertx.timer(1 + (System.nanoTime() - began) / 1_000_000), stopping.future()))
                .map(rested -> {
                    at = tooLong(state.seq(), end, present.seq()) ? state : null;
                    return true;
                }));
    }

    private record Gap(long from, long to) {}

    /** The newest that is too long: what was lately is looked at most. */
    private Optional<Gap> gap(List<Kept> newestFirst, long last) {
        long to = last;
        for (long from : LongStream.concat(newestFirst.stream().mapToLong(Kept::seq), LongStream.of(0))
                .toArray()) {
            if (tooLong(from, to, last)) {
                return Optional.of(new Gap(from, to));
            }
            to = from;
        }
        return Optional.empty();
    }

    private boolean tooLong(long from, long to, long last) {
        return to - from > 2 * near || to - Math.max(from, last - near) > 2 * near / SnapshotStore.LATELY;
    }

    /** Where the one after this is kept. */
    private long next(long seq, long last) {
        long lately = last - near;
        return seq < lately ? Math.min(seq + near, lately) : seq + near / SnapshotStore.LATELY;
    }

    private Future<Boolean> begin(UUID epoch, Gap gap) {
        LOG.info("keeping snapshots of the entries {} to {}", gap.from(), gap.to());
        return snapshots.upTo(epoch, gap.from()).map(state -> {
            at = state;
            end = gap.to();
            // One that is listed and cannot be read would be begun with again and again.
            return state.seq() == gap.from();
        });
    }
}
