package io.guatu.courier;

import io.guatu.board.Board;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Outbox;
import io.guatu.ledger.Receivers;
import io.guatu.ledger.TidingMarks;
import io.guatu.relay.BoardMoved;
import io.guatu.relay.Relay;
import io.guatu.tidings.Tiding;
import io.guatu.tidings.Tidings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts into the outbox what becomes so on the board. Every node does, and the same fact is put there once: it has one id. An
 * update that changes nothing worth telling costs no statement. What cannot be put there now is tried again. Lives on the
 * node's event loop.
 */
final class Reporter {
    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);
    /** Of what changes quicker, what is so by then is told: a storm of updates is no storm of transactions. */
    private static final long REST_NANOS = 250_000_000;

    /** So many marks are made in less than a millisecond. */
    private static final int AT_ONCE = 40;

    private final Vertx vertx;
    private final Relay relay;
    private final TidingMarks marks;
    private final MissedEvents missed;
    private final Clock clock;
    private final Runnable told;
    /** As this node last knew them: what is the same still is not written again. */
    private final Map<ProjectId, String> known = new HashMap<>();

    private final Set<ProjectId> dirty = new HashSet<>();
    private final List<Entry> events = new ArrayList<>();
    private TidingMarks.Cursor cursor;
    private boolean begun;
    private boolean running;
    private boolean resting;
    private long restUntil = System.nanoTime();
    private boolean anew;
    private boolean stopped;
    private String complaint;

    /** @param told is run when there is something new in the outbox */
    Reporter(Vertx vertx, Relay relay, TidingMarks marks, EntrySearch entries, Clock clock, Runnable told) {
        this.vertx = vertx;
        this.relay = relay;
        this.marks = marks;
        this.missed = new MissedEvents(entries);
        this.clock = clock;
        this.told = told;
    }

    void moved(BoardMoved moved) {
        if (!begun) {
            return; // what is so when it begins is looked at then
        }
        if (!moved.before().epoch().equals(moved.after().epoch())) {
            anew = true;
        } else if (moved.whole()) {
            dirty.addAll(moved.before().cards().keySet());
            dirty.addAll(moved.after().cards().keySet());
        }
        for (Entry entry : moved.entries()) {
            if (entry.project() != null) {
                dirty.add(entry.project());
            }
            if (Tidings.EVENTS.contains(entry.update().getClass())) {
                events.add(entry);
            }
        }
        flush();
    }

    /** Tries again what failed. Asked every second. A board that may be over tells nothing: it waits until it is the present. */
    void flush() {
        if (running || resting || stopped || relay.stale() || begun && !anew && dirty.isEmpty() && events.isEmpty()) {
            return;
        }
        long rest = restUntil - System.nanoTime();
        if (rest > 0) {
            resting = true;
            vertx.setTimer(Math.max(1, rest / 1_000_000), rested -> {
                resting = false;
                flush();
            });
            return;
        }
        running = true;
        (begun && !anew ? write() : begin()).onComplete(done -> {
            running = false;
            restUntil = System.nanoTime() + REST_NANOS;
            complain(done.failed() ? done.cause().toString() : null);
            if (done.succeeded()) {
                flush(); // what came meanwhile
            }
        });
    }

    /** A first start and another past tell nothing; any other start tells what became so meanwhile. */
    private Future<Void> begin() {
        return marks.cursor().compose(found -> {
            Board board = relay.board(); // what comes after it is heard from now on
            boolean goesOn = !anew
                    && found.isPresent()
                    && found.get().epoch().equals(board.epoch())
                    && found.get().seq() <= board.seq();
            anew = false;
            begun = true;
            dirty.clear();
            events.clear();
            known.clear();
            if (!goesOn) {
                cursor = new TidingMarks.Cursor(board.epoch(), board.seq());
                Map<String, String> all =
                        BoardMarks.changed(board, board.cards().keySet(), Map.of());
                return marks.begin(new TidingMarks.Said(all, board.day(), board.seq()), cursor)
                        .onSuccess(set -> all.forEach((id, mark) -> known.put(new ProjectId(id), mark)))
                        .onFailure(fault -> begun = false);
            }
            cursor = found.get();
            return marks.all()
                    .onSuccess(all -> {
                        all.forEach((id, mark) -> known.put(new ProjectId(id), mark));
                        dirty.addAll(known.keySet());
                        dirty.addAll(relay.board().cards().keySet());
                    })
                    .compose(read -> missed.between(cursor.seq(), board.seq()))
                    .onSuccess(events::addAll)
                    .onFailure(fault -> begun = false)
                    .compose(read -> write());
        });
    }

    /** Whatever moves on meanwhile is looked at again. */
    private Future<Void> write() {
        Board board = relay.board();
        List<Entry> happened = List.copyOf(events);
        Set<ProjectId> looked = Set.copyOf(dirty);
        events.clear();
        dirty.clear();
        return changed(board, looked)
                .compose(changed -> happened(happened, board)
                        .onFailure(fault -> events.addAll(0, happened))
                        .compose(put -> advance(changed, board))
                        .onSuccess(set -> {
                            changed.forEach((id, mark) -> known.put(new ProjectId(id), mark));
                            if (!changed.isEmpty() || !happened.isEmpty()) {
                                told.run();
                            }
                        }))
                .onFailure(fault -> dirty.addAll(looked));
    }

    /** The marks that are others than before. Of all projects at midnight: not on the event loop. */
    private Future<Map<String, String>> changed(Board board, Set<ProjectId> looked) {
        Map<ProjectId, String> before = looked.size() > AT_ONCE ? Map.copyOf(known) : known;
        return looked.size() > AT_ONCE
                ? vertx.executeBlocking(() -> BoardMarks.changed(board, looked, before), false)
                : Future.succeededFuture(BoardMarks.changed(board, looked, before));
    }

    private Future<Void> happened(List<Entry> happened, Board board) {
        if (happened.isEmpty()) {
            return Future.succeededFuture();
        }
        TidingMarks.Cursor here = new TidingMarks.Cursor(board.epoch(), board.seq());
        return marks.happened(receivers -> letters(Tidings.events(happened), receivers, board), here)
                .onSuccess(put -> cursor = here);
    }

    private Future<Void> advance(Map<String, String> changed, Board board) {
        return changed.isEmpty()
                ? Future.succeededFuture()
                : marks.advance(
                        new TidingMarks.Said(changed, board.day(), board.seq()),
                        (projects, before, receivers) ->
                                letters(BoardMarks.news(board, projects, before), receivers, board));
    }

    private List<Outbox.Letter> letters(List<Tiding> news, List<Receivers.Kept> receivers, Board board) {
        return BoardMarks.letters(news, receivers, board, relay.roster(), clock.instant());
    }

    /** Once, and not with every try. */
    private void complain(String fault) {
        if (fault != null && !fault.equals(complaint) && !stopped) {
            LOG.warn("what is to be told waits: {}", fault);
        }
        complaint = fault;
    }

    /** Looks no more; what is not in the outbox yet the next start finds. */
    void stop() {
        stopped = true;
    }

    /** So that a start looks at few entries: now and then, and when the node stops. */
    Future<Void> remember() {
        Board board = relay.board();
        if (!begun
                || running
                || anew
                || !dirty.isEmpty()
                || !events.isEmpty()
                || cursor == null
                || cursor.seq() == board.seq()) {
            return Future.succeededFuture();
        }
        TidingMarks.Cursor here = new TidingMarks.Cursor(board.epoch(), board.seq());
        return marks.move(here).onSuccess(moved -> cursor = here);
    }
}
