package io.guatu.relay;

import io.guatu.access.Roster;
import io.guatu.board.Board;
import io.guatu.domain.Entry;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.NotUnderstood;
import io.guatu.ledger.Seal;
import io.guatu.ledger.Silence;
import io.guatu.state.Present;
import io.guatu.state.Standing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where this node stands: it follows the ledger on every ring, on every reconnection and on a slow timer, takes what its own
 * writer committed, and turns the day at midnight of the board's zone. Lives on one event loop.
 */
public final class Relay implements Standing {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final long POLL_MILLIS = 1_000;
    private static final int EXPECTED = 4;

    private final Vertx vertx;
    private final Ledger ledger;
    private final Silence silence;
    private final Bell bell;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Shown shown;
    private final Follower follower;
    private final Midnight midnight;
    private final Snapshots snapshots;
    private final Seals seals;
    private boolean stopped;
    private long timer;
    private long complete;
    private long newest;
    /** What this node's writer is writing: the newest few. */
    private final Deque<Long> expected = new ArrayDeque<>();

    private String complaint;

    /** @param empty the board before the first entry, with its day, zone and rules */
    public Relay(
            Vertx vertx,
            Ledger ledger,
            Supplier<Future<PgConnectOptions>> database,
            Silence silence,
            Clock clock,
            Snapshots snapshots,
            Present empty) {
        this(
                vertx,
                ledger,
                ring -> new NotifyListener(vertx, database, ledger, silence, ring),
                silence,
                clock,
                System::nanoTime,
                snapshots,
                empty);
    }

    /**
     * @param bell made for the one that is to be called with the {@code seq} that it tells of
     * @param nanos what passes while nobody sets a clock
     */
    public Relay(
            Vertx vertx,
            Ledger ledger,
            Function<LongConsumer, Bell> bell,
            Silence silence,
            Clock clock,
            LongSupplier nanos,
            Snapshots snapshots,
            Present empty) {
        this.vertx = vertx;
        this.ledger = ledger;
        this.silence = silence;
        this.clock = clock;
        this.nanos = nanos;
        this.shown = new Shown(empty);
        this.follower = new Follower(vertx, ledger, shown, snapshots);
        this.snapshots = snapshots;
        this.midnight = new Midnight(vertx, clock, shown);
        this.seals = new Seals(ledger);
        seals.stand(empty.head());
        shown.listen(moved -> seals.stand(shown.now().head()));
        this.bell = bell.apply(this::ring);
    }

    /** Completes when the board shows everything of the ledger that this program understands, and follows it from then on. */
    public Future<Void> start() {
        return catchUp().recover(this::serveWhatIs).onSuccess(caughtUp -> {
            bell.listen();
            timer = vertx.setPeriodic(POLL_MILLIS, id -> poll());
            // A day that is over is what people look back at.
            shown.listen(moved -> {
                if (!moved.before().day().equals(moved.after().day())) {
                    snapshots.consider(shown.now().state(), true);
                    ledger.forgetOldKeys()
                            .onFailure(fault -> LOG.warn("old keys are forgotten another day: {}", fault.getMessage()));
                }
            });
        });
    }

    /** What was told before an entry that is not understood was the present until that was written. */
    private Future<Void> serveWhatIs(Throwable fault) {
        if (!(fault instanceof NotUnderstood end)) {
            return Future.failedFuture(fault);
        }
        complete = nanos.getAsLong()
                - Math.max(0, Duration.between(end.at(), clock.instant()).toNanos());
        return Future.succeededFuture();
    }

    /** Completes when of a long fold, if this start was one, everything is kept. */
    public Future<Void> kept() {
        return snapshots.settle(shown.now().state());
    }

    /** The next start begins here: completes when the state is kept. */
    public Future<Void> stop() {
        stopped = true;
        vertx.cancelTimer(timer);
        bell.close();
        return follower.stop().compose(state -> snapshots.consider(state, true));
    }

    public Board board() {
        return shown.now().board();
    }

    public Roster roster() {
        return shown.now().state().roster();
    }

    @Override
    public Present now() {
        return shown.now();
    }

    /** The board once it shows at least this entry; whoever just wrote it reads what it wrote. */
    public Future<Board> at(long seq) {
        Future<Board> board = shown.at(seq);
        if (!board.isComplete()) {
            catchUp();
        }
        return board;
    }

    /** The seal of that entry, as far as this node has followed and else as the ledger says; null when there is no such entry. */
    public Future<Seal> seal(long seq) {
        return seals.at(seq);
    }

    /** Listeners are called on this event loop, in order, each with every change. */
    public void listen(Consumer<BoardMoved> listener) {
        shown.listen(listener);
    }

    @Override
    public Future<Void> catchUp() {
        return follower.run()
                .onSuccess(caughtUp -> {
                    complete = nanos.getAsLong();
                    complaint = null;
                })
                .onFailure(this::complain);
    }

    @Override
    public void expecting(long seq) {
        expected.add(seq);
        if (expected.size() > EXPECTED) {
            expected.poll();
        }
    }

    @Override
    public void committed(Present base, Present next, List<Entry> entries) {
        if (shown.now() == base) {
            shown.move(next, entries);
        } else {
            catchUp();
        }
    }

    /** Whether NOTIFY is not heard; viewers still converge by the poll, later. */
    public boolean deaf() {
        return bell.deaf();
    }

    /** Milliseconds since a notification was heard. */
    public long heard() {
        return bell.age();
    }

    /** How many entries the ledger had more than the board shows, when that was last looked at. */
    public long behind() {
        return Math.max(0, newest - shown.now().seq());
    }

    /** Milliseconds since the board was last known to show all of the ledger. */
    public long age() {
        return (nanos.getAsLong() - complete) / 1_000_000;
    }

    /** The entry that this program does not understand: the board shows what was told before, and nothing since. */
    public Optional<NotUnderstood> end() {
        return Optional.ofNullable(follower.end());
    }

    /** Whether the board may no longer pass for the present: the ledger cannot be read, or not be understood. */
    public boolean stale() {
        return follower.end() != null || age() > silence.ledger().toMillis();
    }

    /** How much of the ledger is folded, while this node starts. */
    public Progress progress() {
        return follower.progress();
    }

    /** What was lost, in a sentence, when the past that this node followed was found to be gone. */
    public Optional<String> gone() {
        return Optional.ofNullable(follower.gone());
    }

    /** What this node wrote itself it shows already, or is about to: a notification may be quicker than the answer. */
    private void ring(long seq) {
        if (seq > shown.now().seq() && !expected.contains(seq)) {
            catchUp();
        }
    }

    private void poll() {
        snapshots.consider(shown.now().state(), false);
        midnight.turn();
        ledger.head()
                .onSuccess(head -> {
                    newest = head.seq();
                    // What was not understood may be gone: only who reads again finds out.
                    if (head.equals(shown.now().head()) && follower.end() == null) {
                        complete = nanos.getAsLong();
                    } else {
                        catchUp();
                    }
                })
                .onFailure(fault -> LOG.debug("the ledger does not answer: {}", fault.getMessage()));
    }

    /** Once, and not with every poll. What is not understood was said by whoever read it. */
    private void complain(Throwable fault) {
        if (!stopped && !(fault instanceof NotUnderstood) && !fault.toString().equals(complaint)) {
            LOG.warn("the ledger could not be followed, every poll tries again: {}", fault.toString());
        }
        complaint = fault.toString();
    }
}
