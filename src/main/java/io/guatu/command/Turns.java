package io.guatu.command;

import io.guatu.ledger.IdempotencyKey;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.LockedLedger;
import io.guatu.ledger.NotUnderstood;
import io.guatu.ledger.OutOfStep;
import io.guatu.ledger.PermanentFault;
import io.guatu.state.Present;
import io.guatu.state.Standing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches that are written one after the other, each alone: what was refused, or did not land as it was supposed to, is decided
 * on the whole truth, under the ledger's lock. A transaction that fails is tried again with the same keys, so nothing happens
 * twice; one that the database would refuse again is halved until what it cannot take stands alone. Lives on one event loop.
 */
final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final int TRIES = 5;
    private static final long PAUSE_MILLIS = 150;
    /** Following the ledger takes long only when it begins anew. */
    private static final long CATCH_UP_MILLIS = 3_000;

    private final Vertx vertx;
    private final Ledger ledger;
    private final Standing standing;
    private final Consumer<Throwable> failed;
    private final Settled settled;
    private final Runnable over;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private boolean busy;
    /** Why the last try failed; null after one that did not. */
    private Throwable trouble;

    /** @param fault with which it failed already; null: it was not tried yet @param supposing what is to be tried first */
    private record Turn(List<Waiting> batch, boolean supposing, Throwable fault) {}

    /** Told of a batch that is decided: what was accepted of it is committed. */
    interface Settled {
        void settled(List<Waiting> batch, Decider decided);
    }

    /** @param over is run when whoever waits next may go */
    Turns(Vertx vertx, Ledger ledger, Standing standing, Consumer<Throwable> failed, Settled settled, Runnable over) {
        this.vertx = vertx;
        this.ledger = ledger;
        this.standing = standing;
        this.failed = failed;
        this.settled = settled;
        this.over = over;
    }

    /** One that takes long to judge: on what this node knows, so that nobody waits for the lock meanwhile. */
    void slow(List<Waiting> batch) {
        waiting.add(new Turn(batch, true, null));
    }

    /** One that is decided on the whole truth. */
    void locked(List<Waiting> batch) {
        waiting.add(new Turn(batch, false, null));
    }

    /** One of which it is unknown whether it is committed. */
    void failed(List<Waiting> batch, Throwable fault) {
        waiting.add(new Turn(batch, false, fault));
    }

    boolean none() {
        return !busy && waiting.isEmpty();
    }

    Throwable trouble() {
        return trouble;
    }

    void untroubled() {
        trouble = null;
    }

    void next() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        Turn turn = waiting.poll();
        if (turn.fault() != null) {
            retry(turn.batch(), 1, turn.fault());
        } else {
            attempt(turn.batch(), 1, turn.supposing());
        }
    }

    private void attempt(List<Waiting> batch, int attempt, boolean supposing) {
        List<Command> commands = batch.stream().map(Waiting::command).toList();
        (supposing ? supposing(commands) : locked(commands, standing.now()))
                .onSuccess(decided -> {
                    busy = false;
                    settled.settled(batch, decided);
                    over.run();
                })
                .onFailure(fault -> retry(batch, attempt, fault));
    }

    private Future<Decider> supposing(List<Command> commands) {
        Present base = standing.now();
        return decide(base, LockedLedger.supposedAt(base.head()), commands)
                .compose(decided -> decided.accepted()
                        ? append(decided)
                                .compose(done ->
                                        done ? Future.succeededFuture(decided) : locked(commands, standing.now()))
                        : locked(commands, standing.now()));
    }

    private Future<Boolean> append(Decider decided) {
        standing.expecting(decided.batch().head().seq());
        return ledger.append(decided.batch());
    }

    private Future<Decider> locked(List<Command> commands, Present base) {
        List<IdempotencyKey> keys = commands.stream().map(Command::ledgerKey).toList();
        Decider[] last = new Decider[1];
        return ledger.append(base.head(), keys, locked -> decide(base, locked, commands)
                        .onSuccess(decided -> {
                            standing.expecting(decided.batch().head().seq());
                            last[0] = decided;
                        })
                        .mapEmpty())
                .map(committed -> last[0]);
    }

    private Future<Decider> decide(Present base, LockedLedger locked, List<Command> commands) {
        if (Decider.redrawsAll(commands)) {
            return vertx.executeBlocking(() -> Decider.judged(base, locked, commands), false);
        }
        return Future.succeededFuture(Decider.judged(base, locked, commands));
    }

    private void retry(List<Waiting> batch, int attempt, Throwable fault) {
        if (fault instanceof PermanentFault) {
            halve(batch, fault);
            return;
        }
        if (!(fault instanceof OutOfStep)) {
            trouble = fault;
            failed.accept(fault);
        }
        if (attempt < TRIES && waits(batch) && !(fault instanceof NotUnderstood)) {
            again(attempt, fault).onComplete(waited -> {
                if (waited.cause() instanceof NotUnderstood end) {
                    over(batch, end);
                } else {
                    retry(batch, attempt);
                }
            });
            return;
        }
        LOG.warn("{} updates could not be written: {}", batch.size(), fault.toString());
        over(batch, fault);
    }

    private static boolean waits(List<Waiting> batch) {
        return batch.stream().anyMatch(waiting -> !waiting.over());
    }

    /** For those who still wait. */
    private void retry(List<Waiting> batch, int attempt) {
        List<Waiting> left = batch.stream().filter(waiting -> !waiting.over()).toList();
        if (left.isEmpty()) {
            over(batch, trouble);
        } else {
            attempt(left, attempt + 1, false);
        }
    }

    private void over(List<Waiting> batch, Throwable fault) {
        busy = false;
        batch.forEach(waiting -> waiting.promise().tryFail(new Unavailable("the ledger does not answer", fault)));
        over.run();
    }

    /** Who is out of step reads what it has not seen, outside the lock; everything else may pass by itself. */
    private Future<Void> again(int attempt, Throwable fault) {
        return fault instanceof OutOfStep
                ? standing.catchUp().timeout(CATCH_UP_MILLIS, TimeUnit.MILLISECONDS)
                : vertx.timer(PAUSE_MILLIS << attempt, TimeUnit.MILLISECONDS).mapEmpty();
    }

    private void halve(List<Waiting> batch, Throwable fault) {
        busy = false;
        int middle = batch.size() / 2;
        if (middle == 0) {
            batch.get(0).promise().tryFail(fault);
        } else {
            waiting.push(new Turn(batch.subList(middle, batch.size()), true, null));
            waiting.push(new Turn(batch.subList(0, middle), true, null));
        }
        over.run();
    }
}
