package io.guatu.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.fold.Projects;
import io.guatu.ledger.MemoryLedger;
import io.guatu.ledger.MemorySnapshots;
import io.guatu.ledger.SnapshotStore.Kept;
import io.guatu.ledger.SnapshotStore.Part;
import io.guatu.state.Snapshot;
import io.guatu.state.State;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Snapshots near any past entry, and the proof that they are what the entries say. */
class PastSnapshotsTest {
    private static final String MARK = "this program";

    private Vertx vertx;
    private MemoryLedger ledger;
    private MemorySnapshots store;

    @BeforeEach
    void begin() throws Exception {
        vertx = Vertx.vertx();
        ledger = GrownLedger.of(900, 300);
        store = new MemorySnapshots(ledger);
    }

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.await(20, TimeUnit.SECONDS);
    }

    private State folded(long to) throws Exception {
        State none = State.begin(ledger.head().result().epoch());
        return await(new Folding(vertx, ledger).fold(none, to));
    }

    private List<Long> kept() throws Exception {
        return await(store.upTo(MARK, Long.MAX_VALUE)).stream().map(Kept::seq).toList();
    }

    private SnapshotAudit.Result audit() throws Exception {
        return await(new SnapshotAudit(vertx, ledger, store, MARK).run());
    }

    @Test
    void what_is_missing_is_filled_and_no_more() throws Exception {
        new Snapshots(vertx, store, MARK).keep(folded(400)).await(20, TimeUnit.SECONDS);
        PastSnapshots past = new PastSnapshots(vertx, ledger, store, MARK, 100);
        await(past.fill(folded(900)));
        List<Long> lately = List.of(884L, 872L, 860L, 848L, 836L, 824L, 812L, 800L);
        assertEquals(lately, kept().subList(0, 8), "of the last hundred none is further than twice an eighth of it");
        List<Long> before = List.of(700L, 600L, 500L, 400L, 200L, 100L);
        assertEquals(before, kept().subList(8, 14), "before that none is further than twice a hundred");
        await(past.fill(folded(900)));
        assertEquals(14, kept().size());
        assertEquals(new SnapshotAudit.Result(14, List.of()), audit());
    }

    @Test
    void whoever_stops_it_waits_until_nothing_is_under_way() throws Exception {
        PastSnapshots past = new PastSnapshots(vertx, ledger, store, MARK, 100);
        State present = folded(900);
        Promise<Boolean> over = Promise.promise();
        vertx.runOnContext(go -> {
            Future<Void> filling = past.fill(present);
            past.stop().onComplete(stopped -> over.complete(filling.isComplete()));
        });
        assertTrue(await(over.future()));
        assertTrue(kept().size() <= 1, "and no stretch was begun after the one under way");
    }

    @Test
    void one_that_says_something_else_is_named_though_its_sums_are_right() throws Exception {
        await(new PastSnapshots(vertx, ledger, store, MARK, 100).fill(folded(900)));
        State right = folded(150);
        State wrong = new State(
                right.head(),
                new Projects(
                        150, right.projects().settings(), folded(149).projects().byId()),
                right.roster());
        await(store.keep(
                MARK, wrong.head(), Snapshot.write(wrong).stream().map(Part::of).toList()));
        assertEquals(List.of(150L), audit().different());
    }
}
