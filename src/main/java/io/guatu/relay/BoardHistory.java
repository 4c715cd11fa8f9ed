package io.guatu.relay;

import io.guatu.board.Board;
import io.guatu.ledger.EntrySearch;
import io.guatu.ledger.Ledger;
import io.guatu.state.State;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The board as it was at the end of a past day, or just after an entry: from the entries that were in the ledger by then (known on), under the
 * rules adopted by then, by today's program. A past day never changes, so the ones that were asked for last are kept, and
 * the next is folded from the nearest before it.
 */
public final class BoardHistory {
    private static final int KEPT = 16;

    private final Vertx vertx;
    private final Ledger ledger;
    private final EntrySearch entries;
    private final Relay relay;
    private final Snapshots snapshots;
    private final Map<Long, State> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, State> eldest) {
            return size() > KEPT;
        }
    };
    private UUID epoch;

    public BoardHistory(Vertx vertx, Ledger ledger, EntrySearch entries, Relay relay, Snapshots snapshots) {
        this.vertx = vertx;
        this.ledger = ledger;
        this.entries = entries;
        this.relay = relay;
        this.snapshots = snapshots;
    }

    /** @param day today or before; today's is the present board */
    public Future<Board> on(LocalDate day) {
        Board now = relay.board();
        if (!day.isBefore(now.day())) {
            return Future.succeededFuture(now);
        }
        return entries.seqBefore(day.plusDays(1).atStartOfDay(now.zone()).toInstant())
                .compose(seq -> board(seq, day));
    }

    /** @param seq an entry that the present board shows; the day is the one on which it was written */
    public Future<Board> at(long seq) {
        return entries.entries(List.of(seq))
                .compose(found -> board(
                        seq,
                        LocalDate.ofInstant(found.get(0).at(), relay.board().zone())));
    }

    /** The board that showed everything up to this entry, and no more, on that day. */
    public Future<Board> board(long seq, LocalDate day) {
        Board now = relay.board();
        if (!now.epoch().equals(epoch)) {
            kept.clear();
            epoch = now.epoch();
        }
        // Many cards at once: not on the event loop.
        State near = nearest(now.epoch(), seq);
        return snapshots
                .upTo(now.epoch(), seq)
                .map(snapshot -> snapshot.seq() > near.seq() ? snapshot : near)
                .compose(from -> new Folding(vertx, ledger).fold(from, seq))
                .onSuccess(state -> kept.put(seq, state))
                .compose(state -> vertx.executeBlocking(
                        () -> Board.of(now.epoch(), day, now.zone(), now.rules(), state.projects()), false));
    }

    private State nearest(UUID of, long seq) {
        return kept.values().stream()
                .filter(state -> state.seq() <= seq)
                .reduce(State.begin(of), (best, other) -> other.seq() > best.seq() ? other : best);
    }
}
