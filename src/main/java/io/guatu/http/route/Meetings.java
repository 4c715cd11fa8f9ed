package io.guatu.http.route;

import io.guatu.access.HeadSignatures;
import io.guatu.board.Board;
import io.guatu.board.Minutes;
import io.guatu.board.fold.BoardSettings.Meeting;
import io.guatu.domain.BoardUpdate.MeetingHeld;
import io.guatu.domain.Entry;
import io.guatu.http.problem.Problem;
import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Seal;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;

/** The meetings that were held, and what is kept of each. */
final class Meetings {
    private final Vertx vertx;
    private final BoardHistory past;
    private final EntrySearch ledger;
    private final Relay relay;
    private final HeadSignatures signatures;

    /** @param seal of the meeting's entry: on paper it holds everything that was told up to then @param mark of the nodes' key */
    record Kept(Minutes minutes, Seal seal, String mark) {}

    Meetings(Vertx vertx, BoardHistory past, EntrySearch ledger, Relay relay, HeadSignatures signatures) {
        this.vertx = vertx;
        this.past = past;
        this.ledger = ledger;
        this.relay = relay;
        this.signatures = signatures;
    }

    /** The entry that ended the meeting; fails with 404 where there is none. */
    Future<Entry> held(long seq) {
        return ledger.after(seq - 1, 1)
                .compose(entries -> entries.isEmpty()
                                || !(entries.get(0).update() instanceof MeetingHeld)
                                || entries.get(0).seq() != seq
                        ? Future.failedFuture(Problem.of(404, "not-found"))
                        : Future.succeededFuture(entries.get(0)));
    }

    /** @param now the board on which its decisions stand as they do */
    Future<Kept> kept(Entry entry, Board now) {
        return minutes(entry, now).compose(minutes -> relay.seal(entry.seq())
                .map(seal -> new Kept(minutes, seal, signatures.mark(entry.seq(), seal))));
    }

    private Future<Minutes> minutes(Entry entry, Board now) {
        Long noted = ((MeetingHeld) entry.update()).began();
        LocalDate day = LocalDate.ofInstant(entry.at(), now.zone());
        return past.after(noted == null ? entry.seq() - 1 : noted, day)
                .compose(past::board)
                .compose(began -> last(began)
                        .compose(last -> vertx.executeBlocking(() -> Minutes.of(entry, began, last, now), false)));
    }

    /** The board as the last meeting left it, null before the first. */
    Future<Board> last(Board board) {
        Meeting meeting = board.projects().settings().meeting();
        return meeting == null
                ? Future.succeededFuture()
                : past.at(meeting.seq()).compose(past::board);
    }
}
