package io.guatu.command;

import io.guatu.domain.RuleSet;
import io.guatu.ledger.IdempotencyKey;
import io.guatu.ledger.PermanentFault;
import io.guatu.ledger.PgLedger;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends proposals to the ledger, many in one transaction: while one is in flight the next collects what arrives. A
 * transaction that fails is tried again with the same keys, so nothing happens twice; one that the database would refuse
 * again is halved until what it cannot take stands alone. Lives on one event loop.
 */
public final class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int BATCH = 200;
    private static final int WAITING = 5_000;
    private static final int TRIES = 4;
    private static final long PAUSE_MILLIS = 150;

    private final Vertx vertx;
    private final PgLedger ledger;
    private final ZoneId zone;
    private final RuleSet rules;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Deque<List<Waiting>> halves = new ArrayDeque<>();
    private boolean busy;
    private UUID epoch;
    private State state = State.NONE;

    private record Waiting(Command command, Promise<Verdict> promise) {}

    /** The ledger is another one than before: what was folded is of a past that is gone. */
    private static final class OtherEpoch extends RuntimeException {
        private static final long serialVersionUID = 1;

        OtherEpoch() {
            super("the ledger was restored", null, false, false);
        }
    }

    /** @param rules of the lamps until the ledger adopts others */
    public Writer(Vertx vertx, PgLedger ledger, ZoneId zone, RuleSet rules) {
        this.vertx = vertx;
        this.ledger = ledger;
        this.zone = zone;
        this.rules = rules;
    }

    /**
     * The verdict, once the update is on disk. Fails with {@link Unavailable} when the ledger cannot be reached in time:
     * then the outcome is unknown, and the same proposal may be submitted again.
     */
    public Future<Verdict> submit(Command command) {
        if (queue.size() >= WAITING) {
            return Future.failedFuture(new Unavailable("too many updates wait for the ledger", null));
        }
        Waiting waiting = new Waiting(command, Promise.promise());
        queue.add(waiting);
        next();
        return waiting.promise().future();
    }

    private void next() {
        if (busy || halves.isEmpty() && queue.isEmpty()) {
            return;
        }
        busy = true;
        attempt(halves.isEmpty() ? collect() : halves.poll(), 1);
    }

    private List<Waiting> collect() {
        List<Waiting> batch = new ArrayList<>();
        while (batch.size() < BATCH && !queue.isEmpty()) {
            batch.add(queue.poll());
        }
        return batch;
    }

    private void attempt(List<Waiting> batch, int attempt) {
        List<IdempotencyKey> keys =
                batch.stream().map(waiting -> waiting.command().ledgerKey()).toList();
        Decider[] session = new Decider[1];
        ledger.inTurn(state.seq(), keys, turn -> {
                    if (state.seq() > turn.head().seq()
                            || state.seq() > 0 && !turn.head().epoch().equals(epoch)) {
                        throw new OtherEpoch();
                    }
                    epoch = turn.head().epoch();
                    session[0] = new Decider(state, turn, zone, rules);
                    batch.forEach(waiting -> session[0].judge(waiting.command()));
                    return session[0].units();
                })
                .onSuccess(committed -> settle(batch, session[0]))
                .onFailure(fault -> retry(batch, attempt, fault));
    }

    private void settle(List<Waiting> batch, Decider session) {
        state = session.state();
        busy = false;
        for (int i = 0; i < batch.size(); i++) {
            Decider.Outcome outcome = session.outcomes().get(i);
            Promise<Verdict> promise = batch.get(i).promise();
            if (outcome.fault() == null) {
                promise.complete(outcome.verdict());
            } else {
                promise.fail(outcome.fault());
            }
        }
        next();
    }

    private void retry(List<Waiting> batch, int attempt, Throwable fault) {
        if (fault instanceof OtherEpoch) {
            state = State.NONE;
        }
        if (fault instanceof PermanentFault) {
            halve(batch, fault);
            return;
        }
        if (attempt < TRIES) {
            vertx.setTimer(PAUSE_MILLIS << attempt, timer -> attempt(batch, attempt + 1));
            return;
        }
        LOG.warn("{} updates could not be written: {}", batch.size(), fault.toString());
        busy = false;
        batch.forEach(waiting -> waiting.promise().fail(new Unavailable("the ledger does not answer", fault)));
        next();
    }

    private void halve(List<Waiting> batch, Throwable fault) {
        busy = false;
        int middle = batch.size() / 2;
        if (middle == 0) {
            batch.get(0).promise().fail(fault);
        } else {
            halves.push(batch.subList(middle, batch.size()));
            halves.push(batch.subList(0, middle));
        }
        next();
    }
}
