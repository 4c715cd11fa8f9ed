package io.guatu.relay;

import io.guatu.board.Board;
import io.guatu.board.Digest;
import io.guatu.board.Digest.Since;
import io.guatu.board.fold.BoardSettings.Meeting;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/**
 * What every wall asks for when the board has changed: computed once for all of them, beside the event loop, and not again
 * before it has rested nine times as long as that took, a second at least, however many walls and changes there are. For use
 * on one event loop.
 */
public final class Digests {
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int RESTS = 9;

    /** A past that is far from any snapshot is told by a later digest: nobody waits for it. */
    private static final long PATIENCE_MILLIS = 2_000;

    private final Vertx vertx;
    private final Relay relay;
    private final BoardHistory history;
    private Future<Digest> made = Future.failedFuture("none was asked for yet");
    private Board of;
    private long at;
    private long rest;

    public Digests(Vertx vertx, Relay relay, BoardHistory history) {
        this.vertx = vertx;
        this.relay = relay;
        this.history = history;
    }

    /** Of the present board, or of one shortly before, of the same day and since the same meeting. */
    public Future<Digest> now() {
        Board board = relay.board();
        if (made.failed() || !fits(board)) {
            of = board;
            long began = System.nanoTime();
            made = make(board).onComplete(done -> {
                at = System.nanoTime();
                rest = Math.max(LEAST_NANOS, RESTS * (at - began));
            });
        }
        return made;
    }

    private boolean fits(Board board) {
        boolean whole = made.isComplete() && made.result().yesterday() != null;
        if (board == of && (whole || !made.isComplete())) {
            return true;
        }
        return of.epoch().equals(board.epoch())
                && of.day().equals(board.day())
                && meeting(of) == meeting(board)
                && (!made.isComplete() || System.nanoTime() - at < rest);
    }

    private Future<Digest> make(Board board) {
        Future<Since> yesterday = since(board, history.on(board.day().minusDays(1)));
        Future<Since> met = meeting(board) == 0 ? Future.succeededFuture() : since(board, history.at(meeting(board)));
        return Future.all(yesterday, met)
                .compose(
                        both -> vertx.executeBlocking(() -> Digest.of(board, yesterday.result(), met.result()), false));
    }

    private Future<Since> since(Board board, Future<Moment> moment) {
        Promise<Since> since = Promise.promise();
        moment.compose(history::totals)
                .onSuccess(before -> since.tryComplete(Since.of(before, board.totals())))
                .onFailure(since::tryFail);
        long timer = vertx.setTimer(PATIENCE_MILLIS, id -> since.tryComplete(null));
        return since.future().onComplete(told -> vertx.cancelTimer(timer));
    }

    private static long meeting(Board board) {
        Meeting meeting = board.projects().settings().meeting();
        return meeting == null ? 0 : meeting.seq();
    }
}
