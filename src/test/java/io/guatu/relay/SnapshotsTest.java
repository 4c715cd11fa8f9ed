package io.guatu.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.fold.Projects;
import io.guatu.domain.Entry;
import io.guatu.domain.Update;
import io.guatu.ledger.Batch;
import io.guatu.ledger.Head;
import io.guatu.ledger.Json;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.MemoryLedger;
import io.guatu.ledger.MemorySnapshots;
import io.guatu.ledger.NewEntry;
import io.guatu.ledger.SnapshotStore.Kept;
import io.guatu.ledger.SnapshotStore.Part;
import io.guatu.relay.FoldAhead.Folded;
import io.guatu.state.Snapshot;
import io.guatu.state.State;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A start with snapshots that something happened to: it shows what folding from the first entry shows, always, and begins
 * with the newest that is right.
 */
class SnapshotsTest {
    private static final String MARK = "this program";
    private static final int ENTRIES = 900;
    private static final List<Long> AT = List.of(300L, 600L, 800L);

    private static Vertx vertx;
    private static MemoryLedger ledger;
    private static State whole;

    private MemorySnapshots store;

    @BeforeAll
    static void fold() throws Exception {
        vertx = Vertx.vertx();
        ledger = GrownLedger.of(ENTRIES, 300);
        whole = folded(ledger, Long.MAX_VALUE);
    }

    @AfterAll
    static void stop() {
        vertx.close().await();
    }

    @BeforeEach
    void keep() throws Exception {
        store = new MemorySnapshots(ledger);
        for (long seq : AT) {
            new Snapshots(vertx, store, MARK).keep(folded(ledger, seq)).await(20, TimeUnit.SECONDS);
        }
    }

    private static State folded(Ledger ledger, long to) throws Exception {
        State none = State.begin(ledger.head().result().epoch());
        return new Folding(vertx, ledger).fold(none, to).await(20, TimeUnit.SECONDS);
    }

    /** What a start begins with. */
    private State begun(Ledger now, String mark) throws Exception {
        Head head = now.head().result();
        return new Snapshots(vertx, store, mark).upTo(head.epoch(), head.seq()).await(20, TimeUnit.SECONDS);
    }

    /** It begins at that entry, and ends where everybody does who folds this ledger. */
    private void begins(long at, Ledger now) throws Exception {
        State begun = begun(now, MARK);
        assertEquals(at, begun.seq());
        assertEquals(
                folded(now, Long.MAX_VALUE), new Folding(vertx, now).fold(begun).await(20, TimeUnit.SECONDS));
    }

    @Test
    void the_newest_is_begun_with() throws Exception {
        begins(800, ledger);
    }

    @Test
    void an_older_program_a_newer_one_and_this_one_each_begin_with_their_own() throws Exception {
        assertEquals(State.begin(whole.head().epoch()), begun(ledger, "an older program"));
        new Snapshots(vertx, store, "a newer program").keep(whole).await(20, TimeUnit.SECONDS);
        begins(800, ledger);
        assertEquals(whole, begun(ledger, "a newer program"));
    }

    @Test
    void whichever_byte_was_changed_it_is_not_begun_with() throws Exception {
        Random random = new Random(11);
        Kept newest = store.all().get(2);
        for (int part = 0; part < store.bytes(newest).size(); part++) {
            byte[] bytes = store.bytes(newest).get(part);
            for (int at : new int[] {0, bytes.length - 1, random.nextInt(bytes.length), random.nextInt(bytes.length)}) {
                int bit = 1 << random.nextInt(8);
                bytes[at] ^= (byte) bit;
                assertEquals(600, begun(ledger, MARK).seq(), "part " + part + " at " + at);
                bytes[at] ^= (byte) bit;
            }
        }
        store.bytes(newest).get(0)[9] ^= 1;
        store.bytes(store.all().get(1)).get(0)[9] ^= 1;
        begins(300, ledger);
        store.bytes(store.all().get(0)).get(1)[9] ^= 1;
        begins(0, ledger);
    }

    @Test
    void what_was_written_only_in_part_is_not_begun_with() throws Exception {
        List<byte[]> parts = store.bytes(store.all().get(2));
        byte[] last = parts.remove(parts.size() - 1);
        begins(600, ledger);
        parts.add(new byte[last.length / 2]);
        begins(600, ledger);
        parts.clear();
        begins(600, ledger);
    }

    @Test
    void what_says_it_is_of_another_entry_than_it_is_is_not_begun_with() throws Exception {
        Head head = folded(ledger, 850).head();
        store.keep(
                MARK,
                head,
                Snapshot.write(folded(ledger, 840)).stream().map(Part::of).toList());
        store.keep(MARK, whole.head(), List.of(Part.of("no snapshot at all".getBytes("UTF-8"))));
        begins(800, ledger);
    }

    @Test
    void a_ledger_that_was_restored_and_is_shorter_is_begun_with_what_it_still_holds() throws Exception {
        MemoryLedger restored = ledger.upTo(700);
        store = copy(restored);
        begins(600, restored);
        MemoryLedger empty = ledger.upTo(0);
        store = copy(empty);
        begins(0, empty);
    }

    @Test
    void a_ledger_with_another_past_is_begun_with_none_of_this_one() throws Exception {
        MemoryLedger other = GrownLedger.of(ENTRIES, 301);
        store = copy(other);
        begins(0, other);
        MemoryLedger parted = ledger.upTo(650);
        parted.tellAsBefore(other, 651);
        store = copy(parted);
        begins(600, parted);
    }

    @Test
    void a_run_that_ends_waits_for_the_snapshot_that_is_being_written() throws Exception {
        Promise<Void> written = Promise.promise();
        Promise<Void> asked = Promise.promise();
        store = new MemorySnapshots(ledger) {
            @Override
            public Future<Void> keep(String mark, Head head, List<Part> parts) {
                asked.tryComplete();
                return written.future().compose(done -> super.keep(mark, head, parts));
            }
        };
        Snapshots snapshots = new Snapshots(vertx, store, MARK);
        State state = at(1_000_000);
        snapshots.consider(state, false);
        asked.future().await(20, TimeUnit.SECONDS);
        assertTrue(snapshots.consider(state, false).isComplete(), "not a second time");
        Future<Void> settled = snapshots.settle(state);
        assertFalse(settled.isComplete(), "who began with a long fold knows when all of it is kept");
        Future<Void> stopped = snapshots.consider(state, true);
        assertFalse(stopped.isComplete());
        written.complete();
        stopped.await(20, TimeUnit.SECONDS);
        settled.await(20, TimeUnit.SECONDS);
        assertEquals(1, store.all().size());
        snapshots.settle(at(1_100_000)).await(20, TimeUnit.SECONDS);
        assertEquals(2, store.all().size());
    }

    @Test
    void what_a_long_fold_passes_is_kept_now_and_then_and_begun_with_by_who_comes_after_it() throws Exception {
        store = new MemorySnapshots(ledger);
        Snapshots first = new Snapshots(vertx, store, MARK, 250);
        first.upTo(whole.head().epoch(), 0).await(20, TimeUnit.SECONDS);
        for (long seq : List.of(200L, 260L, 400L, 510L)) {
            first.pass(folded(ledger, seq)).await(20, TimeUnit.SECONDS);
        }
        assertEquals(List.of(260L, 510L), store.all().stream().map(Kept::seq).toList());
        begins(510, ledger);
    }

    @Test
    void a_newer_program_folds_ahead_while_this_one_serves_and_begins_there() throws Exception {
        MemoryLedger grown = GrownLedger.of(1_200, 300);
        store = new MemorySnapshots(grown);
        Folded ahead = new FoldAhead(vertx, grown, new Snapshots(vertx, store, "a newer program"))
                .run()
                .await(20, TimeUnit.SECONDS);
        assertEquals(new Folded(grown.head().result().seq(), Optional.empty()), ahead);
        assertEquals(folded(grown, Long.MAX_VALUE), begun(grown, "a newer program"));
        assertEquals(0, begun(grown, MARK).seq(), "and this one still begins with its own");
    }

    @Test
    void who_folds_ahead_hears_of_what_the_newer_program_would_stop_before() throws Exception {
        MemoryLedger grown = GrownLedger.of(1_200, 300);
        long whole = grown.head().result().seq();
        Entry last = grown.from(whole - 1, 1).result().entries().get(0);
        Batch batch = new Batch(grown.head().result());
        Update nothing = Json.read("{\"kind\":\"photo-received\"}", Update.class);
        batch.add(new NewEntry(last.project(), last.projectSeq() + 1, last.at(), last.by(), nothing));
        assertTrue(grown.append(batch).result());
        Folded ahead = new FoldAhead(vertx, grown, new Snapshots(vertx, new MemorySnapshots(grown), "a newer program"))
                .run()
                .await(20, TimeUnit.SECONDS);
        assertEquals(whole, ahead.seq());
        assertEquals(whole + 1, ahead.end().orElseThrow().seq());
    }

    @Test
    void a_run_that_ends_writes_no_large_state_for_few_entries() throws Exception {
        store = new MemorySnapshots(ledger);
        Snapshots snapshots = new Snapshots(vertx, store, MARK);
        snapshots.keep(at(5_000_000)).await(20, TimeUnit.SECONDS);
        snapshots.consider(at(5_009_000), true).await(20, TimeUnit.SECONDS);
        assertEquals(1, store.all().size());
        snapshots.consider(at(5_020_000), true).await(20, TimeUnit.SECONDS);
        assertEquals(2, store.all().size());
    }

    /** As if so much had been told. */
    private static State at(long seq) {
        Head head = new Head(
                whole.head().epoch(), seq, whole.head().seal(), whole.head().at());
        return new State(
                head,
                new Projects(seq, whole.projects().settings(), whole.projects().byId()),
                whole.roster());
    }

    /** The same snapshots beside another ledger. */
    private MemorySnapshots copy(Ledger beside) {
        MemorySnapshots copy = new MemorySnapshots(beside);
        store.all().forEach(kept -> copy.put(kept, store.bytes(kept)));
        return copy;
    }
}
