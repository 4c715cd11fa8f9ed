package io.guatu.sim;

import io.guatu.ledger.Batch;
import io.guatu.ledger.Head;
import io.guatu.ledger.IdempotencyKey;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.LockedLedger;
import io.guatu.ledger.MemoryLedger;
import io.guatu.ledger.Page;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * A ledger that is far away: what is asked of it arrives late or not at all, its answers too, so that what was committed seems
 * to have failed; one at a time adds. Now and then a backup takes its place.
 */
final class SimLedger {
    private final Timeline time;
    private final Deque<Runnable> turns = new ArrayDeque<>();
    private final List<LongConsumer> bells = new ArrayList<>();
    /** By moment: how long the ledger was then. */
    private final TreeMap<Long, Long> lengths = new TreeMap<>();

    private MemoryLedger held = new MemoryLedger();
    private boolean taken;
    private double faults;
    private long restored = Long.MIN_VALUE / 2;
    private long kept;
    private int changes;
    private long least;

    SimLedger(Timeline time) {
        this.time = time;
        lengths.put(0L, 0L);
    }

    /** @param share of requests, and of answers, that are lost; where none is, none takes long either */
    void faults(double share) {
        faults = share;
    }

    /** What is there now is never lost again. */
    void found() {
        least = head().seq();
    }

    MemoryLedger held() {
        return held;
    }

    Head head() {
        return held.head().result();
    }

    /** Another number whenever it may be another. */
    int changes() {
        return changes;
    }

    void hear(LongConsumer bell) {
        bells.add(bell);
    }

    void deafen(LongConsumer bell) {
        bells.remove(bell);
    }

    /** Since the last restore. */
    long lengthAt(long moment) {
        var then = lengths.floorEntry(Math.max(0, moment));
        return then == null ? 0 : then.getValue();
    }

    /** When a backup last took its place. */
    long restored() {
        return restored;
    }

    /** How long that backup was. Whoever waited to add something may have done so in the same moment. */
    long kept() {
        return kept;
    }

    /** As a backup of a moment ago brings it back: without its last entries. */
    void restore(int lost) {
        inTurn(() -> {
            Promise<Void> done = Promise.promise();
            time.after(1, () -> back(lost, done)); // what was committed just now was there
            return done.future();
        });
    }

    private void back(int lost, Promise<Void> done) {
        long length = Math.max(least, head().seq() - lost);
        held = held.upTo(length);
        kept = length;
        restored = time.now();
        lengths.clear();
        lengths.put(time.now(), length);
        changes++;
        done.complete();
    }

    private <T> Future<T> inTurn(Supplier<Future<T>> what) {
        Promise<T> done = Promise.promise();
        Runnable turn = () -> {
            taken = true;
            what.get().onComplete(result -> {
                taken = false;
                done.handle(result);
                if (!taken && !turns.isEmpty()) {
                    turns.poll().run();
                }
            });
        };
        if (taken) {
            turns.add(turn);
        } else {
            turn.run();
        }
        return done.future();
    }

    /** Notifications are lost, come twice, or late. */
    private void committed() {
        long seq = head().seq();
        lengths.put(time.now(), seq);
        changes++;
        for (LongConsumer bell : List.copyOf(bells)) {
            int times = time.chance(0.2) ? 0 : time.chance(0.2) ? 2 : 1;
            for (int i = 0; i < times; i++) {
                time.within(1, 400, () -> {
                    if (bells.contains(bell)) {
                        bell.accept(seq);
                    }
                });
            }
        }
    }

    /** The ledger as one node reaches it, until that node is killed. */
    final class Line implements Ledger {
        private boolean cut;
        private final Promise<Void> killed = Promise.promise();
        private boolean dead;

        void cut(boolean now) {
            cut = now;
        }

        void kill() {
            dead = true;
            killed.tryFail("whoever holds the lock is gone");
        }

        /** The lock of one that dies is released. */
        private Future<Void> alive(Future<Void> decided) {
            Promise<Void> first = Promise.promise();
            decided.onComplete(first::tryComplete, first::tryFail);
            killed.future().onFailure(first::tryFail);
            return first.future();
        }

        private <T> Future<T> far(Supplier<Future<T>> ask) {
            Promise<T> answer = Promise.promise();
            long away = 1 + time.random.nextInt(time.chance(0.05) && faults > 0 ? 3_000 : 8);
            time.after(away, () -> {
                if (cut || time.chance(faults)) {
                    time.after(200, () -> fail(answer));
                    return;
                }
                ask.get()
                        .onComplete(result -> time.after(away, () -> {
                            if (cut || time.chance(faults)) {
                                fail(answer);
                            } else if (!dead) {
                                answer.handle(result);
                            }
                        }));
            });
            return answer.future();
        }

        private void fail(Promise<?> answer) {
            if (!dead) {
                answer.fail(new SocketException("the line is cut"));
            }
        }

        @Override
        public Future<Head> head() {
            return far(() -> held.head());
        }

        @Override
        public Future<Page> from(long seq, int limit) {
            return far(() -> held.from(seq, limit));
        }

        @Override
        public Future<Boolean> append(Batch batch) {
            return far(() -> inTurn(() -> held.append(batch).onSuccess(done -> {
                if (done) {
                    committed();
                }
            })));
        }

        @Override
        public Future<Void> append(
                Head seen, Collection<IdempotencyKey> keys, Function<LockedLedger, Future<Void>> decide) {
            return far(() -> inTurn(() -> {
                long before = SimLedger.this.head().seq();
                return held.append(seen, keys, locked -> alive(decide.apply(locked)))
                        .onSuccess(done -> {
                            if (SimLedger.this.head().seq() > before) {
                                committed();
                            }
                        });
            }));
        }

        @Override
        public Future<Void> renewEpoch(Head gone) {
            return far(() -> inTurn(() -> held.renewEpoch(gone).onSuccess(done -> changes++)));
        }

        @Override
        public Future<Void> forgetOldKeys() {
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> ring(String payload) {
            return Future.succeededFuture();
        }
    }
}
