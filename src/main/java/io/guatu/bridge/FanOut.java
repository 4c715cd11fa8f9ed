package io.guatu.bridge;

import io.guatu.access.Scope;
import io.guatu.board.Board;
import io.guatu.board.Frame;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.relay.BoardMoved;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The frames of one address. A frame leaves at once when the line is quiet; after one whose writing out took t the next
 * waits 4 t, at most 100 ms, and holds the newest card of each project that changed meanwhile. So fan-out never takes more
 * than about a fifth of the event loop, and a thousand updates a second become tens of frames.
 */
final class FanOut {
    private static final int REST = 4;
    private static final long LONGEST_REST_NANOS = 100_000_000;
    private static final long PULSE_NANOS = 5_000_000_000L;

    /** What just happened is for reading: nobody reads more than these in one frame. */
    private static final int ENTRIES = 50;

    private final Vertx vertx;
    private final Frames frames;
    private final ProjectId site;
    private final Supplier<Board> board;
    private final Map<Connection, Subscription> viewers = new IdentityHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private long sent;
    private long lastFrame = System.nanoTime();
    private long restUntil = System.nanoTime();
    private boolean whole;
    private boolean scheduled;

    FanOut(Vertx vertx, Frames frames, ProjectId site, Supplier<Board> board) {
        this.vertx = vertx;
        this.frames = frames;
        this.site = site;
        this.board = board;
        this.sent = board.get().seq();
    }

    void add(Connection line) {
        viewers.computeIfAbsent(line, added -> new Subscription(added, sent));
    }

    void remove(Connection line) {
        viewers.remove(line);
    }

    boolean empty() {
        return viewers.isEmpty();
    }

    int size() {
        return viewers.size();
    }

    void change(BoardMoved change) {
        whole |= change.whole();
        if (site == null) {
            change.entries().stream()
                    .filter(entry -> Scope.isNews(entry.update().getClass()))
                    .forEach(entries::add);
            if (entries.size() > ENTRIES) {
                entries.subList(0, entries.size() - ENTRIES).clear();
            }
        } else if (!change.whole() && change.entries().stream().noneMatch(entry -> site.equals(entry.project()))) {
            return;
        }
        long rest = restUntil - System.nanoTime();
        if (rest <= 0) {
            flush();
        } else if (!scheduled) {
            scheduled = true;
            vertx.setTimer(Math.max(1, rest / 1_000_000), timer -> {
                scheduled = false;
                flush();
            });
        }
    }

    /** A sign of life when there was no news for five seconds. */
    void pulse() {
        if (System.nanoTime() - lastFrame >= PULSE_NANOS && !scheduled) {
            send(frames.pulse(board.get(), site, sent));
        }
    }

    /** Everything written to this line has left: if frames were skipped, one frame brings it back. */
    void drained(Connection line) {
        Subscription viewer = viewers.get(line);
        if (viewer != null && viewer.skipped()) {
            Board now = board.get();
            Frame frame = frames.sync(now, site, new Frames.Position(now.epoch(), now.day(), viewer.shown()));
            viewer.bringBack(Envelope.news(Addresses.of(site), frame), now.seq());
        }
    }

    private void flush() {
        long began = System.nanoTime();
        Board now = board.get();
        Frame frame = whole
                ? frames.sync(now, site, Frames.Position.NOWHERE)
                : frames.changes(now, site, sent, List.copyOf(entries));
        whole = false;
        entries.clear();
        send(frame);
        long took = System.nanoTime() - began;
        restUntil = System.nanoTime() + Math.min(REST * took, LONGEST_REST_NANOS);
    }

    private void send(Frame frame) {
        sent = frame.seq();
        lastFrame = System.nanoTime();
        if (viewers.isEmpty()) {
            return;
        }
        Buffer bytes = Envelope.news(Addresses.of(site), frame);
        for (Subscription viewer : viewers.values()) {
            viewer.offer(bytes, frame.seq());
        }
    }
}
