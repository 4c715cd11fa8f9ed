package io.guatu.relay;

import io.guatu.board.Board;
import io.guatu.domain.Entry;
import io.guatu.state.Present;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node shows now, who hears of its changes, and who waits for the next. Lives on one event loop. */
final class Shown {
    private static final Logger LOG = LoggerFactory.getLogger(Shown.class);

    private final List<Consumer<BoardMoved>> listeners = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private Present present;

    private record Waiting(long seq, Promise<Board> promise) {}

    Shown(Present present) {
        this.present = present;
    }

    Present now() {
        return present;
    }

    void listen(Consumer<BoardMoved> listener) {
        listeners.add(listener);
    }

    Future<Board> at(long seq) {
        if (present.seq() >= seq) {
            return Future.succeededFuture(present.board());
        }
        Waiting reader = new Waiting(seq, Promise.promise());
        waiting.add(reader);
        return reader.promise().future();
    }

    /** @param entries between the two; none when the whole board is another */
    void move(Present next, List<Entry> entries) {
        Present before = present;
        next.board().unshown().forEach((project, fault) -> {
            if (!fault.equals(before.board().unshown().get(project))) {
                LOG.error("{} cannot be shown and keeps its last card: {}", project, fault);
            }
        });
        present = next;
        BoardMoved moved =
                new BoardMoved(before.board(), next.board(), next.state().roster(), entries);
        listeners.forEach(listener -> tell(listener, moved));
        List<Waiting> served =
                waiting.stream().filter(reader -> reader.seq() <= next.seq()).toList();
        waiting.removeAll(served);
        served.forEach(reader -> reader.promise().complete(next.board()));
    }

    /** One listener that fails keeps the news from no other. */
    private static void tell(Consumer<BoardMoved> listener, BoardMoved moved) {
        try {
            listener.accept(moved);
        } catch (RuntimeException fault) {
            LOG.error("a change to {} was not passed on", moved.after().seq(), fault);
        }
    }
}
