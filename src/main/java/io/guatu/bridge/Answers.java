package io.guatu.bridge;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.guatu.board.Board;
import io.guatu.bridge.Frames.Position;
import io.guatu.domain.ProjectId;
import io.guatu.ledger.Seal;
import io.guatu.state.Present;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Answers as bytes, each made once however many ask for it. What {@code board.sync} and {@code /api/board} answer, encoded once
 * for each position however many ask: a thousand screens that come back together are answered with the same bytes. For use on
 * event loops.
 */
public final class Answers {
    /** A past day of hundreds of projects is megabytes: where memory is small, few are kept. */
    private static final long KEPT_BYTES =
            Math.min(64 * 1024 * 1024, Runtime.getRuntime().maxMemory() / 10);

    private static final Duration KEPT = Duration.ofMinutes(10);
    /** What is asked for weighs something too: of what does not exist the answer has no bytes, and there is no end of it. */
    private static final int KEY_BYTES = 600;

    /** More cards than these are encoded beside the event loop. */
    private static final int MANY = 100;

    private final Vertx vertx;
    private final Frames frames;
    private final LongFunction<Future<Seal>> seals;
    private final AsyncCache<Record, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher((Record of, byte[] bytes) -> bytes.length + KEY_BYTES)
            .expireAfterAccess(KEPT)
            .buildAsync();

    /** @param seals of the ledger's entries; null for one that is none */
    public Answers(Vertx vertx, Frames frames, LongFunction<Future<Seal>> seals) {
        this.vertx = vertx;
        this.frames = frames;
        this.seals = seals;
    }

    public Frames frames() {
        return frames;
    }

    private record Key(ProjectId site, UUID epoch, LocalDate day, long base, long seq, Seal seal) {}

    /**
     * The position, if it is one of this ledger's past: after a restore the same epoch and number may stand for an entry that is
     * no more, and whoever saw it has to begin anew. Fails when nobody can tell, and what this node shows is older.
     */
    public Future<Position> known(Present present, Position position) {
        Board board = present.board();
        if (position.base(board) == 0) {
            return Future.succeededFuture(Position.NOWHERE);
        }
        return seals.apply(position.seq())
                .map(seal -> seal != null && seal.digits().equals(position.seal()) ? position : Position.NOWHERE)
                .recover(fault -> position.seq() > board.seq()
                        ? Future.failedFuture(fault)
                        : Future.succeededFuture(Position.NOWHERE));
    }

    /**
     * The frame that brings a viewer from its position to this board, without the time at which it leaves.
     *
     * @param position a known one
     */
    public Future<byte[]> sync(Present present, ProjectId site, Position position) {
        Board board = present.board();
        long base = position.base(board);
        Key key = new Key(
                site,
                board.epoch(),
                board.day(),
                base,
                board.seq(),
                present.head().seal());
        return once(key, () -> encode(present, site, position, base));
    }

    /**
     * An answer of another kind, kept with the others.
     *
     * @param of all that it depends on: a record of a class of its own
     */
    public Future<byte[]> once(Record of, Supplier<Future<byte[]>> make) {
        return Future.fromCompletionStage(kept.get(
                of, (missing, executor) -> make.get().toCompletionStage().toCompletableFuture()));
    }

    private Future<byte[]> encode(Present present, ProjectId site, Position position, long base) {
        Board board = present.board();
        int cards = site != null ? 1 : base == board.seq() ? 0 : board.cards().size();
        return cards > MANY
                ? vertx.executeBlocking(() -> FrameJson.encode(frames.sync(present, site, position)), false)
                : Future.succeededFuture(FrameJson.encode(frames.sync(present, site, position)));
    }
}
