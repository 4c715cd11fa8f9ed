package io.guatu.relay;

import io.guatu.board.Board;
import io.guatu.board.Digest;
import io.guatu.board.Digest.Since;
import io.guatu.board.fold.BoardSettings.Meeting;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;

/**
 * What every wall asks for when the board has changed: computed once for all of them, beside the event loop, and not again
 * within a second, however many walls and changes there are. For use on one event loop.
 */
public final class Digests {
    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Vertx vertx;
    private final Relay relay;
    private final BoardHistory history;
    private Future<Digest> made = Future.failedFuture("none was asked for yet");
    private Board of;
    private long at;

    public Digests(Vertx vertx, Relay relay, BoardHistory history) {
        this.vertx = vertx;
        this.relay = relay;
        this.history = history;
    }

    /** Of the present board, or of one that is no older than a second, of the same day and since the same meeting. */
    public Future<Digest> now() {
        Board board = relay.board();
        if (made.failed() || !fits(board)) {
            of = board;
            made = make(board).onComplete(done -> at = System.nanoTime());
        }
        return made;
    }

    private boolean fits(Board board) {
        if (board == of) {
            return true;
        }
        return of.epoch().equals(board.epoch())
                && of.day().equals(board.day())
                && meeting(of) == meeting(board)
                && (!made.isComplete() || System.nanoTime() - at < REST_NANOS);
    }

    private Future<Digest> make(Board board) {
        Future<Since> yesterday = since(board, history.on(board.day().minusDays(1)));
        Future<Since> met = meeting(board) == 0 ? Future.succeededFuture() : since(board, history.at(meeting(board)));
        return Future.all(yesterday, met)
                .compose(
                        both -> vertx.executeBlocking(() -> Digest.of(board, yesterday.result(), met.result()), false));
    }

    private Future<Since> since(Board board, Future<Moment> moment) {
        return moment.compose(history::totals).map(before -> Since.of(before, board.totals()));
    }

    private static long meeting(Board board) {
        Meeting meeting = board.projects().settings().meeting();
        return meeting == null ? 0 : meeting.seq();
    }
}
