package io.guatu.command;

import io.guatu.ledger.Ledger;
import io.guatu.ledger.LockedLedger;
import io.guatu.ledger.Silence;
import io.guatu.state.Present;
import io.guatu.state.Standing;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Appends commands to the ledger, many in one transaction: while one is in flight the next collects what arrives. They are
 * decided on where this node stands, and committed in one round trip if nothing came between. A second batch departs while the
 * first one is being committed, decided on what the first one leaves behind: should that one not land, neither does the second.
 * Nobody is answered before what its own batch was decided on is committed. A batch that is refused, in part or by the ledger,
 * takes a {@link Turns turn} of its own. Lives on one event loop.
 */
public final class Writer {
    private static final int BATCH = 200;
    private static final int WAITING = 5_000;

    /** One is committed, one waits in the database for it: a third would only be smaller. */
    private static final int FLYING = 2;

    private final Vertx vertx;
    private final Ledger ledger;
    private final Standing standing;
    private final long patienceMillis;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Deque<Flight> flying = new ArrayDeque<>();
    private final Turns turns;
    private boolean called;
    private boolean landing;
    /** This node stands elsewhere than where the flights lead: nothing departs until they are down. */
    private boolean astray;

    /** A batch on its way: {@code landed} says whether it was committed, once that is known. */
    private static final class Flight {
        private final List<Waiting> batch;
        private final Decider decided;
        private AsyncResult<Boolean> landed;

        Flight(List<Waiting> batch, Decider decided) {
            this.batch = batch;
            this.decided = decided;
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
        this.turns = new Turns(vertx, ledger, standing, failed, this::settle, this::next);
        // It knows why, so it speaks before whoever asked is told that there was no answer.
        this.patienceMillis = silence.request().toMillis() * 9 / 10;
    }

    /**
     * The verdict, once the update is on disk; this node shows it then, or as soon as it has read what came between. Fails with {@link Unavailable} when the ledger cannot be
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
        call();
        return waiting.promise().future();
    }

    /** What is being tried goes on; whoever waited asks again with the same key. */
    private void giveUp(Waiting waiting) {
        waiting.promise().tryFail(new Unavailable("the ledger did not answer in time", turns.trouble()));
    }

    /** Requests that were read in the same turn of the event loop go together. */
    private void call() {
        if (!called) {
            called = true;
            vertx.getOrCreateContext().runOnContext(now -> {
                called = false;
                next();
            });
        }
    }

    private void next() {
        while (!landing) {
            if (!turns.none()) {
                if (flying.isEmpty()) {
                    turns.next();
                }
                return;
            }
            astray &= !flying.isEmpty();
            if (astray || flying.size() == FLYING || queue.size() < worthIt()) {
                return;
            }
            List<Waiting> batch = collect();
            if (!batch.isEmpty()) {
                depart(batch);
            }
        }
    }

    /** A small batch costs nearly what a large one does: it departs behind another one only when it is no smaller. */
    private int worthIt() {
        return flying.isEmpty() ? 1 : flying.getLast().batch.size();
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

    /** A refusal must come from the whole truth, and a resend must be known: neither is supposed. */
    private void depart(List<Waiting> batch) {
        List<Command> commands = batch.stream().map(Waiting::command).toList();
        if (Decider.redrawsAll(commands)) {
            turns.slow(batch);
            return;
        }
        Present base =
                flying.isEmpty() ? standing.now() : flying.getLast().decided.present();
        Decider decided = Decider.judged(base, LockedLedger.supposedAt(base.head()), commands);
        if (!decided.accepted()) {
            turns.locked(batch);
            return;
        }
        Flight flight = new Flight(batch, decided);
        flying.add(flight);
        standing.expecting(decided.batch().head().seq());
        ledger.append(decided.batch()).onComplete(landed -> {
            flight.landed = landed;
            land();
        });
    }

    /** In the order in which they departed. */
    private void land() {
        landing = true;
        while (!flying.isEmpty() && flying.peek().landed != null) {
            Flight flight = flying.poll();
            if (flight.landed.failed()) {
                turns.failed(flight.batch, flight.landed.cause());
            } else if (flight.landed.result()) {
                settle(flight.batch, flight.decided);
                astray |= standing.now() != flight.decided.present();
            } else {
                turns.locked(flight.batch);
            }
        }
        landing = false;
        next();
    }

    private void settle(List<Waiting> batch, Decider decided) {
        turns.untroubled();
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
    }
}
