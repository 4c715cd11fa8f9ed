package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.bridge.FrameJson;
import io.guatu.bridge.Frames;
import io.guatu.bridge.PastFrames;
import io.guatu.ledger.FrameStore;
import io.guatu.ledger.PgEntrySearch;
import io.guatu.ledger.PgLedger;
import io.guatu.ledger.PgSnapshotStore;
import io.guatu.ledger.Seal;
import io.guatu.ledger.Silence;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Moment;
import io.guatu.relay.Relay;
import io.guatu.relay.Snapshots;
import io.guatu.state.FoldMark;
import io.guatu.state.Present;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The boards of past days that are kept: read where they are, and never another than would be folded. */
class PastFramesIT {
    private static final String MARK = "this program";

    private final Frames frames = new Frames("1");
    private TestBoard board;
    private Vertx vertx;
    private Relay relay;
    private FrameStore store;
    private BoardHistory history;

    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start();
        vertx = Vertx.vertx();
        relay = board.program().node().relay();
        Pool pool = board.database().pool(vertx, Silence.BORNE);
        store = new FrameStore(pool);
        history = new BoardHistory(
                vertx,
                new PgLedger(pool, Silence.BORNE),
                new PgEntrySearch(pool, 20_000),
                relay,
                new Snapshots(vertx, new PgSnapshotStore(pool), FoldMark.now()));
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().await(20, TimeUnit.SECONDS);
        board.close();
    }

    private PastFrames past(String mark, long many) {
        return new PastFrames(vertx, relay, history, frames, store, mark, many);
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.await(20, TimeUnit.SECONDS);
    }

    private Optional<LocalDate> missing(String mark) throws Exception {
        return await(store.missing(mark, relay.board().epoch(), await(history.first()), yesterday(), 1)).stream()
                .findFirst();
    }

    private LocalDate yesterday() {
        return relay.board().day().minusDays(1);
    }

    private byte[] folded(Moment moment) throws Exception {
        Present then = await(history.present(moment));
        return FrameJson.encode(frames.sync(then, null, Frames.Position.NOWHERE));
    }

    private void spoil(LocalDate day) throws Exception {
        byte[] other = "{}".getBytes(StandardCharsets.UTF_8);
        Moment moment = await(history.on(day));
        TestBoard.execute(
                board.database(),
                "UPDATE guatu.past_frame SET bytes = decode('"
                        + java.util.HexFormat.of().formatHex(Zip.of(other)) + "', 'hex') WHERE day = '" + moment.day()
                        + "'");
    }

    @Test
    void every_past_day_is_kept_as_it_would_be_folded_and_read_from_then_on() throws Exception {
        assertEquals(Optional.of(yesterday()), missing(MARK));
        await(past(MARK, 0).lately());
        assertEquals(Optional.of(yesterday().minusDays(14)), missing(MARK), "the last fortnight comes first");
        spoil(yesterday());
        await(past(MARK, 0).fill());
        assertEquals(Optional.empty(), missing(MARK));
        assertEquals(
                "{}",
                new String(await(past(MARK, 0).of(await(history.on(yesterday())))), StandardCharsets.UTF_8),
                "what is kept is not made again for the sake of another day");
        TestBoard.execute(board.database(), "DELETE FROM guatu.past_frame WHERE day = '" + yesterday() + "'");
        await(past(MARK, 0).fill());
        for (int back : new int[] {1, 20, 61, 62}) {
            Moment moment = await(history.on(relay.board().day().minusDays(back)));
            assertArrayEquals(folded(moment), await(past(MARK, 0).of(moment)), "the board " + back + " days ago");
        }
        assertEquals(
                Optional.empty(),
                await(store.find(new FrameStore.Of(
                        MARK,
                        relay.board().epoch(),
                        await(history.on(yesterday())).seq(),
                        Seal.NONE,
                        yesterday()))),
                "of another past it is no frame");
        spoil(yesterday());
        Moment moment = await(history.on(yesterday()));
        assertEquals("{}", new String(await(past(MARK, 0).of(moment)), StandardCharsets.UTF_8), "it is read");
        assertArrayEquals(folded(moment), await(past("another program", 0).of(moment)), "by this program only");
        assertArrayEquals(folded(moment), await(past("another program", 0).of(moment)), "which keeps its own");
    }

    @Test
    void a_short_ledger_keeps_none() throws Exception {
        await(past(MARK, 1_000_000).fill());
        assertEquals(Optional.of(yesterday()), missing(MARK));
        Moment moment = await(history.on(yesterday()));
        assertTrue(await(past(MARK, 1_000_000).of(moment)).length > 100);
        assertEquals(
                1,
                TestBoard.number(
                        board.database(),
                        "SELECT count(*) FROM guatu.entry WHERE seq = " + moment.seq() + " AND seal = '"
                                + moment.seal().text() + "'"),
                "a moment says which past it is of");
        assertEquals(Optional.of(yesterday()), missing(MARK));
    }

    /** As the database holds it. */
    private static final class Zip {
        static byte[] of(byte[] bytes) throws Exception {
            var zipped = new java.io.ByteArrayOutputStream();
            try (var out = new java.util.zip.GZIPOutputStream(zipped)) {
                out.write(bytes);
            }
            return zipped.toByteArray();
        }
    }
}
