package io.guatu.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.domain.Author;
import io.guatu.domain.BlockerUpdate.BlockerCleared;
import io.guatu.domain.BlockerUpdate.BlockerRaised;
import io.guatu.domain.Entry;
import io.guatu.domain.Factor;
import io.guatu.domain.GrantId;
import io.guatu.domain.HazardUpdate.HazardFound;
import io.guatu.domain.HazardUpdate.HazardRechecked;
import io.guatu.domain.HazardUpdate.NoticeIssued;
import io.guatu.domain.ProgressUpdate.ProgressVerified;
import io.guatu.domain.ProgressUpdate.StillTrue;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import io.guatu.domain.Severity;
import io.guatu.domain.Update;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger does, whatever it keeps its entries in. */
public abstract class LedgerContract {
    private static final ProjectId ROAD = new ProjectId("road");
    private static final ProjectId PARK = new ProjectId("park");
    private static final Author OFFICE = new Author("office", Role.OFFICE, "项目办", null);
    private static final Author LI = new Author("g-li", Role.CONTRACTOR, "李工", "桐建公司");
    private static final Author ZHOU = new Author("g-zhou", Role.CONTRACTOR, "周工", "安路公司");
    private static final Instant NINE = Instant.parse("2026-11-24T01:00:00Z");

    private final Map<ProjectId, Long> positions = new HashMap<>();
    private Ledger ledger;
    private EntrySearch search;

    /** A ledger without entries. */
    protected abstract Ledger empty() throws Exception;

    /** Questions to the ledger that {@link #empty} made. */
    protected abstract EntrySearch search() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        ledger = empty();
        search = search();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.await(20, TimeUnit.SECONDS);
    }

    private Head head() throws Exception {
        return await(ledger.head());
    }

    private NewEntry told(ProjectId project, Author by, Instant at, Update update) {
        long position = project == null ? 0 : positions.merge(project, 1L, Long::sum);
        return new NewEntry(project, position, at, by, update);
    }

    private static IdempotencyKey key(String key) {
        return new IdempotencyKey("office", key);
    }

    private Entry tell(ProjectId project, Author by, Instant at, Update update) throws Exception {
        Batch batch = new Batch(head());
        Entry entry = batch.add(told(project, by, at, update));
        batch.take(key("k" + entry.seq()), "f" + entry.seq());
        assertTrue(await(ledger.append(batch)));
        return entry;
    }

    private void tell(int entries) throws Exception {
        Batch batch = new Batch(head());
        for (int i = 0; i < entries; i++) {
            batch.add(told(ROAD, OFFICE, NINE, new StillTrue("第" + i, null)));
        }
        batch.take(key("many " + batch.base().seq()), "f");
        assertTrue(await(ledger.append(batch)));
    }

    private LockedLedger locked(Head seen, IdempotencyKey... keys) throws Exception {
        LockedLedger[] locked = new LockedLedger[1];
        await(ledger.append(seen, List.of(keys), given -> {
            locked[0] = given;
            return Future.succeededFuture();
        }));
        return locked[0];
    }

    @Test
    void it_begins_with_nothing_and_holds_what_was_committed() throws Exception {
        assertEquals(0, head().seq());
        assertEquals(Seal.NONE, head().seal());
        assertEquals(Page.empty(Seal.NONE), await(ledger.from(0, 10)));
        Batch batch = new Batch(head());
        Entry first = batch.add(told(ROAD, LI, NINE, new StillTrue("一\n二", null)));
        Entry second = batch.add(told(null, OFFICE, NINE.plusNanos(1_999_999), new StillTrue(null, null)));
        batch.take(key("both"), "print");
        assertTrue(await(ledger.append(batch)));
        assertEquals(batch.head(), head());
        Page page = await(ledger.from(0, 10));
        assertEquals(List.of(first, second), page.entries(), "what was committed is what is read");
        assertEquals(head(), page.after(new Head(head().epoch(), 0, Seal.NONE, Instant.EPOCH)));
        assertEquals(List.of(second), await(ledger.from(1, 10)).entries());
        assertEquals(
                page.seals().get(page.seals().size() - 1),
                await(ledger.from(2, 10)).seal());
        assertEquals(null, await(ledger.from(3, 10)).seal());
    }

    @Test
    void its_time_never_goes_back() throws Exception {
        tell(ROAD, OFFICE, NINE, new StillTrue(null, null));
        assertEquals(
                NINE,
                tell(ROAD, OFFICE, NINE.minusSeconds(60), new StillTrue(null, null))
                        .at());
    }

    @Test
    void a_batch_fits_only_where_it_was_made_and_leaves_nothing_elsewhere() throws Exception {
        Batch late = new Batch(head());
        late.add(told(PARK, OFFICE, NINE, new StillTrue("late", null)));
        late.take(key("late"), "f");
        Entry first = tell(ROAD, OFFICE, NINE, new StillTrue(null, null));
        assertFalse(await(ledger.append(late)));
        Head head = head();
        Batch forged = new Batch(new Head(head.epoch(), head.seq(), Seal.NONE, head.at()));
        forged.add(told(PARK, OFFICE, NINE, new StillTrue("forged", null)));
        forged.take(key("forged"), "f");
        assertFalse(await(ledger.append(forged)), "the number fits, the past does not");
        assertEquals(List.of(first), await(ledger.from(0, 10)).entries());
        assertEquals(Map.of(), locked(head, key("late"), key("forged")).known());
    }

    @Test
    void a_used_key_is_known_by_its_entries_and_never_used_again() throws Exception {
        Batch batch = new Batch(head());
        List<Entry> both = List.of(
                batch.add(told(ROAD, OFFICE, NINE, new StillTrue("一", null))),
                batch.add(told(ROAD, OFFICE, NINE, new StillTrue("二", null))));
        batch.take(key("resent"), "print");
        assertTrue(await(ledger.append(batch)));
        Batch again = new Batch(head());
        again.add(told(ROAD, OFFICE, NINE, new StillTrue("一", null)));
        again.take(key("resent"), "print");
        assertFalse(await(ledger.append(again)));
        assertEquals(2, head().seq());
        assertEquals(
                Map.of(key("resent"), new IdempotencyRecord("print", both)),
                locked(head(), key("resent"), key("resent"), key("new")).known());
    }

    @Test
    void under_the_lock_everything_unseen_is_seen_and_what_is_put_in_is_committed() throws Exception {
        Head before = head();
        tell(3);
        Head seen = await(ledger.from(0, 1)).after(before);
        Entry[] added = new Entry[1];
        await(ledger.append(seen, List.of(), locked -> {
            assertEquals(
                    List.of(2L, 3L), locked.unseen().stream().map(Entry::seq).toList());
            assertEquals(3, locked.batch().base().seq());
            added[0] = locked.batch().add(told(ROAD, OFFICE, NINE, new StillTrue("四", null)));
            locked.batch().take(key("four"), "f");
            return Future.succeededFuture();
        }));
        assertEquals(List.of(added[0]), await(ledger.from(3, 9)).entries());
    }

    @Test
    void what_fails_under_the_lock_leaves_nothing() throws Exception {
        Future<Void> failed = ledger.append(head(), List.of(), locked -> {
            locked.batch().add(told(ROAD, OFFICE, NINE, new StillTrue(null, null)));
            locked.batch().take(key("bad"), "f");
            return Future.failedFuture(new IllegalStateException("a rule threw"));
        });
        assertThrows(IllegalStateException.class, () -> await(failed));
        assertEquals(0, head().seq());
        tell(ROAD, OFFICE, NINE, new StillTrue("it goes on", null));
    }

    @Test
    void who_is_out_of_step_is_told_so() throws Exception {
        Head begin = head();
        tell(2);
        Head head = head();
        List<Head> strangers = List.of(
                new Head(new java.util.UUID(9, 9), 2, head.seal(), NINE),
                new Head(head.epoch(), 3, head.seal(), NINE),
                new Head(head.epoch(), 2, Seal.NONE, NINE),
                new Head(head.epoch(), 1, Seal.NONE, NINE));
        for (Head stranger : strangers) {
            Future<Void> refused = ledger.append(stranger, List.of(), locked -> Future.succeededFuture());
            assertThrows(OutOfStep.class, () -> await(refused), stranger::toString);
        }
        assertEquals(2, locked(begin).unseen().size());
        tell(Ledger.UNSEEN);
        Future<Void> farBehind = ledger.append(begin, List.of(), locked -> Future.succeededFuture());
        assertInstanceOf(OutOfStep.class, assertThrows(OutOfStep.class, () -> await(farBehind)));
    }

    @Test
    void a_past_that_is_gone_is_renewed_once() throws Exception {
        Head before = head();
        await(ledger.renewEpoch(before));
        Head renewed = head();
        assertNotEquals(before.epoch(), renewed.epoch());
        await(ledger.renewEpoch(before));
        assertEquals(renewed, head(), "another node found the same");
    }

    @Test
    void entries_are_found_by_what_they_are() throws Exception {
        Entry one = tell(ROAD, OFFICE, NINE, new StillTrue("百分之 50% 与 Concrete_A", null));
        Entry two = tell(PARK, LI, NINE.plusSeconds(60), new StillTrue("沥青", null));
        Entry three = tell(null, OFFICE, NINE.plusSeconds(120), new StillTrue(null, null));
        Search any = new Search(0, Long.MAX_VALUE, null, null, null, null, null, null, Set.of());
        assertEquals(List.of(one, two, three), found(any, false, 9));
        assertEquals(List.of(three, two), found(any, true, 2));
        assertEquals(List.of(two), found(new Search(1, 3, null, null, null, null, null, null, Set.of()), false, 9));
        assertEquals(List.of(two), found(with(PARK, null, null), false, 9));
        assertEquals(List.of(one, three), found(with(null, "office", null), false, 9));
        assertEquals(List.of(one), found(with(null, null, "50%"), false, 9));
        assertEquals(List.of(one), found(with(null, null, "concrete_a"), false, 9));
        assertEquals(List.of(two), found(with(null, null, "李工"), false, 9));
        assertEquals(List.of(), found(with(null, null, "nowhere"), false, 9));
        Search hidden = new Search(0, 9, null, null, null, null, null, null, Set.of("still-true"));
        assertEquals(List.of(), found(hidden, false, 9));
        Instant later = NINE.plusSeconds(60);
        Search since = new Search(0, 9, null, "still-true", null, later, later.plusSeconds(60), null, Set.of());
        assertEquals(List.of(two), found(since, false, 9));
        assertEquals(List.of(one, three), await(search.entries(Set.of(1L, 3L, 99L))));
        assertEquals(List.of(two, three), await(search.after(1, 9)));
    }

    @Test
    void a_moment_has_a_newest_entry_before_it() throws Exception {
        assertEquals(0L, await(search.seqBefore(NINE)));
        tell(2);
        tell(ROAD, OFFICE, NINE.plusSeconds(1), new StillTrue(null, null));
        assertEquals(0L, await(search.seqBefore(NINE)));
        assertEquals(2L, await(search.seqBefore(NINE.plusMillis(1))));
        assertEquals(3L, await(search.seqBefore(NINE.plusSeconds(9))));
    }

    @Test
    void a_company_finds_its_own_and_what_was_answered_to_it() throws Exception {
        GrantId grant = new GrantId("g-li");
        List<Entry> own = new ArrayList<>();
        own.add(tell(ROAD, LI, NINE, new StillTrue("李", null)));
        Entry others = tell(ROAD, ZHOU, NINE, raised());
        own.add(tell(ROAD, LI, NINE, raised()));
        own.add(tell(ROAD, OFFICE, NINE, new ProgressVerified(own.get(0).seq(), null)));
        tell(ROAD, OFFICE, NINE, new BlockerCleared(others.seq(), "好"));
        own.add(tell(ROAD, OFFICE, NINE, new BlockerCleared(own.get(1).seq(), "好")));
        Entry theirs = tell(ROAD, OFFICE, NINE, found());
        Entry not = tell(ROAD, OFFICE, NINE, found());
        LocalDate day = LocalDate.parse("2026-12-01");
        Entry notice = tell(ROAD, OFFICE, NINE, new NoticeIssued("1", List.of(theirs.seq()), day, grant));
        own.add(notice);
        tell(ROAD, OFFICE, NINE, new NoticeIssued("2", List.of(not.seq()), day, null));
        tell(ROAD, OFFICE, NINE, new HazardRechecked(not.seq(), true, null, null));
        own.add(tell(ROAD, OFFICE, NINE, new HazardRechecked(theirs.seq(), true, null, null)));
        tell(PARK, LI, NINE, new StillTrue("another project", null));
        OwnSearch mine =
                new OwnSearch(0, Long.MAX_VALUE, ROAD, List.of(grant), List.of(notice.seq()), List.of(theirs.seq()));
        assertEquals(own, await(search.find(mine, false, 99)));
        assertEquals(List.of(own.get(own.size() - 1)), await(search.find(mine, true, 1)));
        OwnSearch nobody = new OwnSearch(0, Long.MAX_VALUE, ROAD, List.of(), List.of(), List.of());
        assertEquals(List.of(), await(search.find(nobody, false, 99)));
    }

    private static BlockerRaised raised() {
        return new BlockerRaised(Factor.LAND, "地", null, null, null, null, null);
    }

    private static HazardFound found() {
        return new HazardFound(Severity.GENERAL, "桩基", "无防护", null, null, null);
    }

    private static Search with(ProjectId project, String author, String text) {
        return new Search(0, Long.MAX_VALUE, project, null, author, null, null, text, Set.of());
    }

    private List<Entry> found(Search asked, boolean newestFirst, int limit) throws Exception {
        return await(search.find(asked, newestFirst, limit)).entries();
    }
}
