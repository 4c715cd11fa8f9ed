package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.guatu.ledger.PgSnapshotStore;
import io.guatu.ledger.Silence;
import io.guatu.relay.Snapshots;
import io.guatu.state.FoldMark;
import io.guatu.state.State;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Snapshots in the database: begun with when they are right, passed over when they are not, and never the reason not to start. */
class SnapshotIT {
    private TestBoard board;
    private Vertx vertx;
    private Pool pool;
    private State early;
    private State late;

    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start();
        vertx = Vertx.vertx();
        pool = board.database().pool(vertx, Silence.BORNE);
        early = board.program().node().relay().now().state();
        snapshots().keep(early).await(20, TimeUnit.SECONDS);
        long told = tell();
        late = board.program()
                                .node()
                                .relay()
                                .at(told)
                                .await(20, TimeUnit.SECONDS)
                                .seq()
                        == told
                ? board.program().node().relay().now().state()
                : null;
        snapshots().keep(late).await(20, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().await(20, TimeUnit.SECONDS);
        board.close();
    }

    private Snapshots snapshots() {
        return snapshots(FoldMark.now());
    }

    private Snapshots snapshots(String mark) {
        return new Snapshots(vertx, new PgSnapshotStore(pool), mark);
    }

    private State upTo(long seq) throws Exception {
        return snapshots().upTo(late.head().epoch(), seq).await(20, TimeUnit.SECONDS);
    }

    private long tell() throws Exception {
        return board.as(board.person("zhao"))
                .tell("park", "{\"kind\":\"still-true\"}")
                .json()
                .path("seq")
                .asLong();
    }

    private void asOwner(String sql) throws Exception {
        TestBoard.execute(board.database(), sql);
    }

    @Test
    void the_newest_that_is_not_too_new_is_begun_with() throws Exception {
        assertEquals(late, upTo(Long.MAX_VALUE));
        assertEquals(early, upTo(late.seq() - 1));
        assertEquals(0, upTo(early.seq() - 1).seq());
    }

    @Test
    void what_another_program_folded_is_not_begun_with_and_stays_for_it() throws Exception {
        snapshots("tomorrow").keep(late).await(20, TimeUnit.SECONDS);
        asOwner("DELETE FROM guatu.snapshot WHERE mark <> 'tomorrow'");
        assertEquals(0, upTo(Long.MAX_VALUE).seq());
        State theirs =
                snapshots("tomorrow").upTo(late.head().epoch(), Long.MAX_VALUE).await(20, TimeUnit.SECONDS);
        assertEquals(late, theirs);
    }

    @Test
    void a_changed_byte_leads_to_the_one_before() throws Exception {
        asOwner(
                "UPDATE guatu.snapshot_part SET bytes = set_byte(bytes, 40, get_byte(bytes, 40) # 1) WHERE part = 1 AND seq = "
                        + late.seq());
        assertEquals(early, upTo(Long.MAX_VALUE));
    }

    @Test
    void a_part_that_is_missing_leads_to_the_one_before() throws Exception {
        asOwner("DELETE FROM guatu.snapshot_part WHERE seq = " + late.seq());
        assertEquals(early, upTo(Long.MAX_VALUE));
    }

    @Test
    void a_snapshot_of_another_past_is_not_begun_with() throws Exception {
        asOwner("UPDATE guatu.entry SET seal = repeat('b', 64) WHERE seq = " + late.seq());
        assertEquals(early, upTo(Long.MAX_VALUE), "the ledger was restored, and holds another entry there");
    }

    @Test
    void two_nodes_that_keep_the_same_keep_it_once() throws Exception {
        snapshots().keep(late).await(20, TimeUnit.SECONDS);
        assertEquals(late, upTo(Long.MAX_VALUE));
        assertThrows(
                java.sql.SQLException.class,
                () -> asOwner(
                        "INSERT INTO guatu.snapshot (mark, seq, seal, at, sha256, parts) SELECT mark, seq, seal, at, "
                                + "sha256, parts FROM guatu.snapshot"));
    }

    @Test
    void a_start_from_a_snapshot_shows_what_a_start_from_the_first_entry_shows() throws Exception {
        long more = tell();
        String before = cards();
        int port = board.port();
        board.close();
        board = TestBoard.again(board.database(), port);
        assertEquals(more, board.program().node().relay().now().seq());
        assertEquals(before, cards());
        assertEquals(more + 1, tell(), "and it goes on");
    }

    private String cards() throws Exception {
        return board.as(board.screen("hall"))
                .get("/api/board")
                .json()
                .path("cards")
                .toString();
    }
}
