package io.guatu.bridge;

import io.guatu.access.Scope;
import io.guatu.bridge.Frames.Position;
import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.ledger.Silence;
import io.guatu.relay.BoardMoved;
import io.guatu.relay.Relay;
import io.guatu.state.Present;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frames of one address. A frame leaves at once when the line is quiet, behind the answer to whoever told; where there is
 * much to tell the next waits until the address has its {@link Share share} of the event loop again, and holds what is different
 * then: a thousand updates a second become tens of frames. Whoever asks is answered with the board of the newest frame
 * that was sent, not with a newer one: the next frame is right on that base only.
 */
final class FanOut {
    private static final Logger LOG = LoggerFactory.getLogger(FanOut.class);

    /** What just happened is for reading: nobody reads more than these in one frame. */
    private static final int ENTRIES = 50;

    private final Vertx vertx;
    private final Answers answers;
    private final Clock clock;
    private final ProjectId site;
    private final Relay relay;
    private final Silence silence;
    private final Traffic traffic;
    private final LongSupplier nanos;
    private final Share share;
    /** In the order in which they came. */
    private final Map<Viewer, Subscription> viewers = new LinkedHashMap<>();

    private final List<Entry> entries = new ArrayList<>();
    private Present shown;
    private long lastFrame;
    private boolean scheduled;
    private boolean encoding;

    /** @param nanos what passes while nobody sets a clock */
    FanOut(
            Vertx vertx,
            Answers answers,
            Clock clock,
            LongSupplier nanos,
            ProjectId site,
            Relay relay,
            Silence silence,
            Traffic traffic) {
        this.nanos = nanos;
        this.lastFrame = nanos.getAsLong();
        this.share = new Share(lastFrame);
        this.vertx = vertx;
        this.answers = answers;
        this.clock = clock;
        this.site = site;
        this.relay = relay;
        this.silence = silence;
        this.traffic = traffic;
        this.shown = relay.now();
    }

    void add(Viewer line) {
        viewers.computeIfAbsent(line, added -> new Subscription(added, Position.of(shown)));
    }

    void remove(Viewer line) {
        viewers.remove(line);
    }

    boolean empty() {
        return viewers.isEmpty();
    }

    int size() {
        return viewers.size();
    }

    void change(BoardMoved change) {
        if (site == null) {
            change.entries().stream()
                    .filter(entry -> Scope.isNews(entry.update().getClass()))
                    .forEach(entries::add);
            if (entries.size() > ENTRIES) {
                entries.subList(0, entries.size() - ENTRIES).clear();
            }
        } else if (!concernsSite(change)) {
            return;
        }
        soon();
    }

    private boolean concernsSite(BoardMoved change) {
        return change.whole()
                || change.before().cards().get(site) != change.after().cards().get(site)
                || change.before().projects().settings()
                        != change.after().projects().settings();
    }

    private void soon() {
        if (scheduled || encoding) {
            return;
        }
        scheduled = true;
        long rest = share.rest(nanos.getAsLong());
        if (rest == 0) {
            vertx.getOrCreateContext().runOnContext(now -> begin());
        } else {
            vertx.setTimer(Math.max(1, rest / 1_000_000), timer -> begin());
        }
    }

    private void begin() {
        scheduled = false;
        flush();
    }

    /** A sign of life when there was no news for a while. */
    void pulse() {
        if (nanos.getAsLong() - lastFrame >= silence.viewer().toNanos()) {
            soon();
        }
    }

    /** What somebody on this line asks for, at the position of the newest frame. */
    void answer(Viewer line, String reply, Position position) {
        Subscription viewer = viewers.getOrDefault(line, new Subscription(line, position));
        viewer.answer(
                sync(reply, position).recover(fault -> {
                    LOG.warn("whether a viewer's position is of this past cannot be told: {}", fault.toString());
                    return Future.succeededFuture(Envelope.refusal(reply, Denial.UNAVAILABLE));
                }),
                Position.of(shown));
    }

    /** Everything written to this line has left: if frames were skipped, one frame brings it back. */
    void drained(Viewer line) {
        Subscription viewer = viewers.get(line);
        if (viewer != null && viewer.skipped()) {
            viewer.answer(sync(Addresses.of(site), viewer.shown()), Position.of(shown));
        }
    }

    private Future<Message> sync(String address, Position position) {
        Present base = shown;
        return answers.known(base, position)
                .compose(known -> answers.sync(base, site, known))
                .map(frame -> leaving(address, frame));
    }

    private Message leaving(String address, byte[] frame) {
        return Envelope.news(address, frame, Leaving.now(relay, clock));
    }

    private void flush() {
        long began = nanos.getAsLong();
        Present now = relay.now();
        encoding = true;
        frame(now).onComplete(encoded -> {
            encoding = false;
            if (encoded.failed()) {
                LOG.error("the frame of {} at {} was not sent", Addresses.of(site), now.seq(), encoded.cause());
                return;
            }
            send(now, encoded.result());
            share.took(began, nanos.getAsLong());
            if (relay.now() != now) {
                soon();
            }
        });
    }

    private Future<byte[]> frame(Present now) {
        if (!shown.board().epoch().equals(now.board().epoch())
                || !shown.board().day().equals(now.board().day())) {
            return answers.sync(now, site, Position.NOWHERE);
        }
        try {
            byte[] frame = FrameJson.encode(answers.frames().news(shown, now, site, List.copyOf(entries)));
            entries.clear();
            return Future.succeededFuture(frame);
        } catch (RuntimeException fault) {
            return Future.failedFuture(fault);
        }
    }

    private void send(Present now, byte[] frame) {
        shown = now;
        lastFrame = nanos.getAsLong();
        if (viewers.isEmpty()) {
            return;
        }
        Message message = leaving(Addresses.of(site), frame);
        Position to = Position.of(now);
        int written = 0;
        for (Subscription viewer : viewers.values()) {
            written += viewer.offer(message, to) ? 1 : 0;
        }
        traffic.frame(frame.length, written, viewers.size() - written);
        message.release();
    }
}
