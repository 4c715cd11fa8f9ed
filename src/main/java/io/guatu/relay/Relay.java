package io.guatu.relay;

import io.guatu.access.Roster;
import io.guatu.board.Board;
import io.guatu.domain.Entry;
import io.guatu.ledger.Head;
import io.guatu.ledger.PgLedger;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the ledger by {@code seq}: on every ring, on every reconnection and on a slow timer, one drain at a time. Holds
 * the current board and roster. Turns the board at midnight of its zone.
 */
public final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int PAGE = 1_000;
    private static final long POLL_MILLIS = 1_000;
    private static final long STALE_MILLIS = 10_000;

    private final Vertx vertx;
    private final PgLedger ledger;
    private final Clock clock;
    private final NotifyListener bell;
    private final List<Consumer<BoardMoved>> listeners = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private Board board;
    private Roster roster = Roster.NONE;
    private boolean draining;
    private boolean again;
    private boolean stopped;
    private long timer;
    private long complete;
    private String complaint;

    private record Waiting(long seq, Promise<Board> promise) {}

    /** @param empty the board before the first entry, with its zone and rules; its day and epoch are set here */
    public Relay(Vertx vertx, PgLedger ledger, PgConnectOptions options, Clock clock, Board empty) {
        this.vertx = vertx;
        this.ledger = ledger;
        this.clock = clock;
        this.board = empty;
        this.bell = new NotifyListener(vertx, options, ledger, this::drain);
    }

    /** Completes when the board shows everything that was in the ledger, and follows it from then on. */
    public Future<Void> start() {
        return ledger.head().compose(this::catchUp).onSuccess(caughtUp -> {
            complete = System.nanoTime();
            bell.listen();
            timer = vertx.setPeriodic(POLL_MILLIS, id -> poll());
        });
    }

    public void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
        bell.close();
    }

    public Board board() {
        return board;
    }

    public Roster roster() {
        return roster;
    }

    /** The board once it shows at least this entry; whoever just wrote it reads what it wrote. */
    public Future<Board> at(long seq) {
        if (board.seq() >= seq) {
            return Future.succeededFuture(board);
        }
        Waiting reader = new Waiting(seq, Promise.promise());
        waiting.add(reader);
        drain();
        return reader.promise().future();
    }

    /** Listeners are called on this event loop, in order, each with every change. */
    public void listen(Consumer<BoardMoved> listener) {
        listeners.add(listener);
    }

    /** Whether NOTIFY is not heard; viewers still converge by the poll, later. */
    public boolean deaf() {
        return bell.deaf();
    }

    /** Milliseconds since the board was last known to show all of the ledger. */
    public long age() {
        return (System.nanoTime() - complete) / 1_000_000;
    }

    /** Whether the board may no longer pass for the present: the ledger cannot be read, or not be understood. */
    public boolean stale() {
        return age() > STALE_MILLIS;
    }

    private void poll() {
        turnDay();
        ledger.head()
                .onSuccess(head -> {
                    if (head.epoch().equals(board.epoch()) && head.seq() == board.seq()) {
                        complete = System.nanoTime();
                    } else {
                        drain();
                    }
                })
                .onFailure(fault -> LOG.debug("the ledger does not answer: {}", fault.getMessage()));
    }

    private void turnDay() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), board.zone());
        if (!today.equals(board.day())) {
            move(board.on(today), List.of());
        }
    }

    private void drain() {
        if (draining) {
            again = true;
            return;
        }
        draining = true;
        again = false;
        ledger.head().compose(this::catchUp).onComplete(drained -> {
            draining = false;
            if (drained.failed()) {
                complain(drained.cause().toString());
                return;
            }
            complete = System.nanoTime();
            complaint = null;
            if (again) {
                drain();
            }
        });
    }

    /** Once, and not with every poll. */
    private void complain(String fault) {
        if (!stopped && !fault.equals(complaint)) {
            LOG.warn("the ledger could not be followed, every poll tries again: {}", fault);
        }
        complaint = fault;
    }

    private Future<Void> catchUp(Head head) {
        if (!head.epoch().equals(board.epoch()) || head.seq() < board.seq()) {
            LOG.info("following the ledger {} from its beginning", head.epoch());
            LocalDate today = LocalDate.ofInstant(clock.instant(), board.zone());
            return rebuild(Board.empty(head.epoch(), today, board.zone(), board.rules()), Roster.NONE);
        }
        return ledger.after(board.seq(), PAGE).compose(entries -> {
            if (entries.isEmpty()) {
                return Future.succeededFuture();
            }
            roster = roster.after(entries);
            move(board.after(entries), entries);
            return entries.size() == PAGE ? catchUp(head) : Future.succeededFuture();
        });
    }

    /** Builds a whole new board and roster aside, and shows them only when they are complete: nobody is a stranger meanwhile. */
    private Future<Void> rebuild(Board fresh, Roster people) {
        return ledger.after(fresh.seq(), PAGE).compose(entries -> {
            Board next = entries.isEmpty() ? fresh : fresh.after(entries);
            Roster known = people.after(entries);
            if (entries.size() == PAGE) {
                return rebuild(next, known);
            }
            roster = known;
            move(next, List.of());
            return Future.succeededFuture();
        });
    }

    private void move(Board next, List<Entry> entries) {
        next.unshown().forEach((project, fault) -> {
            if (!fault.equals(board.unshown().get(project))) {
                LOG.error("{} cannot be shown and keeps its last card: {}", project, fault);
            }
        });
        BoardMoved change = new BoardMoved(board, next, roster, entries);
        board = next;
        for (Consumer<BoardMoved> listener : listeners) {
            tell(listener, change);
        }
        List<Waiting> served =
                waiting.stream().filter(reader -> reader.seq() <= next.seq()).toList();
        waiting.removeAll(served);
        served.forEach(reader -> reader.promise().complete(next));
    }

    /** One listener that fails keeps the news from no other. */
    private static void tell(Consumer<BoardMoved> listener, BoardMoved change) {
        try {
            listener.accept(change);
        } catch (RuntimeException fault) {
            LOG.error("a change to {} was not passed on", change.after().seq(), fault);
        }
    }
}
