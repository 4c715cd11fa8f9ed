package io.guatu.command;

import io.guatu.ledger.IdempotencyKey;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.LockedLedger;
import io.guatu.ledger.OutOfStep;
import io.guatu.ledger.PermanentFault;
import io.guatu.ledger.Silence;
import io.guatu.state.Present;
import io.guatu.state.Standing;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends commands to the ledger, many in one transaction: while one is in flight the next collects what arrives. They are
 * decided on where this node stands, and committed in one round trip if nothing came between; otherwise, and when one of them
 * is refused, everything is decided again on the whole truth, under the ledger's lock. A transaction that fails is tried again
 * with the same keys, so nothing happens twice; one that the database would refuse again is halved until what it cannot take
 * stands alone. Lives on one event loop.
 */
public final class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int BATCH = 200;
    private static final int WAITING = 5_000;
    private static final int TRIES = 5;
    private static final long PAUSE_MILLIS = 150;
    /** Following the ledger takes long only when it begins anew. */
    private static final long CATCH_UP_MILLIS = 3_000;

    private final Vertx vertx;
    private final Ledger ledger;
    private final Standing standing;
    private final Consumer<Throwable> failed;
    private final long patienceMillis;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Deque<List<Waiting>> halves = new ArrayDeque<>();
    private boolean busy;
    /** Why the last try failed; null after one that did not. */
    private Throwable trouble;

    private record Waiting(Command command, Promise<Verdict> promise) {
        /** Nobody waits any more: it was told that the outcome is unknown. */
        boolean over() {
            return promise.future().isComplete();
        }
    }

    public Writer(Vertx vertx, Ledger ledger, Standing standing) {
        this(vertx, ledger, standing, Silence.BORNE, fault -> {});
    }

    /** @param failed hears why a batch could not be written: why nobody's can, perhaps */
    public Writer(Vertx vertx, Ledger ledger, Standing standing, Silence silence, Consumer<Throwable> failed) {
        this.vertx = vertx;
        this.ledger = ledger;
        this.standing = standing;
        this.failed = failed;
        // It knows why, so it speaks before whoever asked is told that there was no answer.
        this.patienceMillis = silence.request().toMillis() * 9 / 10;
    }

    /**
     * The verdict, once the update is on disk and shown on this node. Fails with {@link Unavailable} when the ledger cannot be
     * reached in time: then the outcome is unknown, and the same command may be submitted again. All tries are within that time.
     */
    public Future<Verdict> submit(Command command) {
        if (queue.size() >= WAITING) {
            return Future.failedFuture(new Unavailable("too many updates wait for the ledger", null));
        }
        Waiting waiting = new Waiting(command, Promise.promise());
        long late = vertx.setTimer(patienceMillis, timer -> giveUp(waiting));
        waiting.promise().future().onComplete(told -> vertx.cancelTimer(late));
        queue.add(waiting);
        next();
        return waiting.promise().future();
    }

    /** What is being tried goes on; whoever waited asks again with the same key. */
    private void giveUp(Waiting waiting) {
        waiting.promise().tryFail(new Unavailable("the ledger did not answer in time", trouble));
    }

    private void next() {
        if (busy || halves.isEmpty() && queue.isEmpty()) {
            return;
        }
        List<Waiting> batch = halves.isEmpty() ? collect() : halves.poll();
        busy = !batch.isEmpty();
        if (busy) {
            attempt(batch, 1);
        }
    }

    private List<Waiting> collect() {
        List<Waiting> batch = new ArrayList<>();
        while (batch.size() < BATCH && !queue.isEmpty()) {
            Waiting waiting = queue.poll();
            if (!waiting.over()) {
                batch.add(waiting);
            }
        }
        return batch;
    }

    private void attempt(List<Waiting> batch, int attempt) {
        List<Command> commands = batch.stream().map(Waiting::command).toList();
        (attempt == 1 ? supposing(commands) : locked(commands))
                .onSuccess(decided -> settle(batch, decided))
                .onFailure(fault -> retry(batch, attempt, fault));
    }

    /** A refusal must come from the whole truth, and a resend must be known: neither is supposed. */
    private Future<Decider> supposing(List<Command> commands) {
        Present base = standing.now();
        return decide(base, LockedLedger.supposedAt(base.head()), commands)
                .compose(decided -> decided.outcomes().stream().allMatch(Decider.Outcome::accepted)
                        ? append(decided).compose(done -> done ? Future.succeededFuture(decided) : locked(commands))
                        : locked(commands));
    }

    private Future<Boolean> append(Decider decided) {
        standing.expecting(decided.batch().head().seq());
        return ledger.append(decided.batch());
    }

    private Future<Decider> locked(List<Command> commands) {
        Present base = standing.now();
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
            return vertx.executeBlocking(() -> judged(base, locked, commands), false);
        }
        return Future.succeededFuture(judged(base, locked, commands));
    }

    private static Decider judged(Present base, LockedLedger locked, List<Command> commands) {
        Decider decider = new Decider(base, locked);
        decider.judge(commands);
        return decider;
    }

    private void settle(List<Waiting> batch, Decider decided) {
        busy = false;
        trouble = null;
        if (!decided.entries().isEmpty()) {
            standing.committed(decided.base(), decided.present(), decided.entries());
        }
        for (int i = 0; i < batch.size(); i++) {
            Decider.Outcome outcome = decided.outcomes().get(i);
            Promise<Verdict> promise = batch.get(i).promise();
            if (outcome.fault() == null) {
                promise.tryComplete(outcome.verdict());
            } else {
                promise.tryFail(outcome.fault());
            }
        }
        next();
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
        if (attempt < TRIES && waits(batch)) {
            again(attempt, fault).onComplete(waited -> retry(batch, attempt));
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
            attempt(left, attempt + 1);
        }
    }

    private void over(List<Waiting> batch, Throwable fault) {
        busy = false;
        batch.forEach(waiting -> waiting.promise().tryFail(new Unavailable("the ledger does not answer", fault)));
        next();
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
            halves.push(batch.subList(middle, batch.size()));
            halves.push(batch.subList(0, middle));
        }
        next();
    }
}
