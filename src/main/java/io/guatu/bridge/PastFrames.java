package io.guatu.bridge;

import io.guatu.board.Board;
import io.guatu.ledger.Aside;
import io.guatu.ledger.FrameStore;
import io.guatu.ledger.Loop;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Moment;
import io.guatu.relay.Relay;
import io.guatu.state.Present;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole board at the end of each past day, as bytes. Where the ledger is long they are kept beside it, day after day and for
 * the years before, so that a day of any year is read and not folded. For use on one event loop.
 */
public final class PastFrames {
    private static final Logger LOG = LoggerFactory.getLogger(PastFrames.class);

    private static final long EVERY_MILLIS = 3_600_000;
    /** So many days are gone through from one snapshot. */
    private static final int TOGETHER = 60;
    /** Of these somebody asks before the others are kept: what was last week, the days since a meeting. */
    private static final int LATELY = 14;

    private final Vertx vertx;
    private final Aside aside;
    private final Relay relay;
    private final BoardHistory history;
    private final Frames frames;
    private final FrameStore store;
    private final String mark;
    private final long many;
    private Future<Void> run = Future.succeededFuture();
    private boolean stopped;

    /**
     * @param mark of the code that draws and encodes
     * @param many up to so many entries are folded sooner than it is worth to keep what they make
     */
    public PastFrames(
            Vertx vertx, Relay relay, BoardHistory history, Frames frames, FrameStore store, String mark, long many) {
        this.vertx = vertx;
        this.aside = Aside.past(vertx);
        this.relay = relay;
        this.history = history;
        this.frames = frames;
        this.store = store;
        this.mark = mark;
        this.many = many;
    }

    /** The frame of the board at that moment, without the time at which it leaves. */
    public Future<byte[]> of(Moment moment) {
        if (moment.seq() <= many || !moment.day().isBefore(relay.board().day())) {
            return history.present(moment).compose(this::encoded);
        }
        return store.find(of(mark, moment))
                .compose(found -> found.isPresent()
                        ? vertx.executeBlocking(() -> unzipped(found.get()), false)
                        : history.present(moment).compose(this::encoded).onSuccess(bytes -> keep(moment, bytes)
                                .onFailure(fault -> LOG.warn("a past day is not kept: {}", fault.toString()))));
    }

    /** Now and every hour: each day that ends, and the days before. */
    public void keepFilled() {
        fill();
        vertx.setPeriodic(EVERY_MILLIS, id -> fill());
    }

    /** Keeps the days of which there is no frame yet, the newest stretch first. It rests as long as it works: nobody waits for it. */
    public Future<Void> fill() {
        return keeping(first -> Loop.whileTrue(() -> stretch(first, TOGETHER)));
    }

    /** Keeps the newest days of which there is no frame yet, and no others. Completes when it has, or could not. */
    public Future<Void> lately() {
        LocalDate first = relay.board().day().minusDays(LATELY);
        return keeping(begin ->
                        stretch(first.isBefore(begin) ? begin : first, LATELY).mapEmpty())
                .otherwiseEmpty();
    }

    /** @param keep given the first day of the board */
    private Future<Void> keeping(Function<LocalDate, Future<Void>> keep) {
        if (!run.isComplete() || relay.board().seq() <= many) {
            return Future.succeededFuture();
        }
        run = history.first().compose(keep).onFailure(fault -> {
            if (!stopped) {
                LOG.warn("the past days are kept another time: {}", fault.toString());
            }
        });
        return run;
    }

    /** Completes when nothing of it is under way. */
    public Future<Void> stop() {
        stopped = true;
        return run.otherwiseEmpty();
    }

    /** Of the newest days since {@code first} that are missing: whether there was one. */
    private Future<Boolean> stretch(LocalDate first, int days) {
        if (stopped) {
            return Future.succeededFuture(false);
        }
        Board now = relay.board();
        return store.missing(mark, now.epoch(), first, now.day().minusDays(1), days)
                .compose(missing -> {
                    if (missing.isEmpty()) {
                        return Future.succeededFuture(false);
                    }
                    LocalDate last = missing.get(0);
                    LocalDate begin = missing.stream()
                            .filter(day -> day.isAfter(last.minusDays(days)))
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
                    LOG.info("keeping the board of the days {} to {}", begin, last);
                    return history.each(
                                    begin,
                                    last,
                                    (moment, then) -> stopped
                                            ? Future.failedFuture("the program ends")
                                            : rested(
                                                    System.nanoTime(),
                                                    encoded(then).compose(bytes -> keep(moment, bytes))))
                            .map(true);
                });
    }

    private Future<Void> rested(long began, Future<Void> work) {
        return work.compose(done -> vertx.timer(1 + (System.nanoTime() - began) / 1_000_000))
                .mapEmpty();
    }

    private Future<Void> keep(Moment moment, byte[] bytes) {
        return aside.run(() -> zipped(bytes)).compose(zipped -> store.keep(of(mark, moment), zipped));
    }

    private static FrameStore.Of of(String mark, Moment moment) {
        return new FrameStore.Of(mark, moment.epoch(), moment.seq(), moment.seal(), moment.day());
    }

    private Future<byte[]> encoded(Present then) {
        return aside.run(() -> FrameJson.encode(frames.sync(then, null, Frames.Position.NOWHERE)));
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static byte[] unzipped(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
