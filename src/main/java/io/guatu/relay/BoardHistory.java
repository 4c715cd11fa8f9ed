package io.guatu.relay;

import io.guatu.board.Board;
import io.guatu.board.fold.Projects;
import io.guatu.ledger.PgLedger;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The board as it was at the end of a past day, or just after an entry: from the entries that were in the ledger by then (known on), under the
 * rules adopted by then, by today's program. A past day never changes, so the ones that were asked for last are kept, and
 * the next is folded from the nearest before it.
 */
public final class BoardHistory {
    private static final int KEPT = 16;
    private static final int PAGE = 1_000;

    private final Vertx vertx;
    private final PgLedger ledger;
    private final Relay relay;
    private final Map<Long, Projects> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Projects> eldest) {
            return size() > KEPT;
        }
    };
    private UUID epoch;

    public BoardHistory(Vertx vertx, PgLedger ledger, Relay relay) {
        this.vertx = vertx;
        this.ledger = ledger;
        this.relay = relay;
    }

    /** @param day today or before; today's is the present board */
    public Future<Board> on(LocalDate day) {
        Board now = relay.board();
        if (!day.isBefore(now.day())) {
            return Future.succeededFuture(now);
        }
        return ledger.seqBefore(day.plusDays(1).atStartOfDay(now.zone()).toInstant())
                .compose(seq -> board(seq, day));
    }

    /** @param seq an entry that the present board shows; the day is the one on which it was written */
    public Future<Board> at(long seq) {
        return ledger.after(seq - 1, 1)
                .compose(entries -> board(
                        seq,
                        LocalDate.ofInstant(entries.get(0).at(), relay.board().zone())));
    }

    /** The board that showed everything up to this entry, and no more, on that day. */
    public Future<Board> board(long seq, LocalDate day) {
        Board now = relay.board();
        if (!now.epoch().equals(epoch)) {
            kept.clear();
            epoch = now.epoch();
        }
        // Many cards at once: not on the event loop.
        return fold(nearest(seq), seq)
                .compose(projects ->
                        vertx.executeBlocking(() -> Board.of(now.epoch(), day, now.zone(), now.rules(), projects)));
    }

    private Projects nearest(long seq) {
        return kept.values().stream()
                .filter(projects -> projects.seq() <= seq)
                .reduce(Projects.NONE, (best, other) -> other.seq() > best.seq() ? other : best);
    }

    private Future<Projects> fold(Projects from, long to) {
        if (from.seq() >= to) {
            kept.put(to, from);
            return Future.succeededFuture(from);
        }
        int limit = (int) Math.min(PAGE, to - from.seq());
        return ledger.after(from.seq(), limit)
                .compose(entries -> vertx.executeBlocking(() -> from.after(entries)))
                .compose(next -> fold(next, to));
    }
}
