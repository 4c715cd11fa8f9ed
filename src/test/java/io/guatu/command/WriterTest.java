package io.guatu.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.domain.Entry;
import io.guatu.domain.ProjectId;
import io.guatu.ledger.Batch;
import io.guatu.ledger.Head;
import io.guatu.ledger.IdempotencyKey;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.LockedLedger;
import io.guatu.ledger.MemoryLedger;
import io.guatu.ledger.Page;
import io.guatu.state.Present;
import io.guatu.state.Standing;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Batches that are on their way at once: in order, each answered when it is committed, each happening once. */
class WriterTest {
    private static final String OPENED = "{'kind':'project-opened','name':{'zh':'路','en':'Road'},"
            + "'sector':'transport.road','projectKind':'works','stage':'implementation'}";
    private static final String STILL = "{'kind':'still-true'}";
    private static Vertx vertx;
    private static Context loop;

    private final MemoryLedger ledger = new MemoryLedger();
    private final Held held = new Held();
    private final Standpoint standing = new Standpoint();
    private final Writer writer = new Writer(vertx, held, standing);

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        loop = vertx.getOrCreateContext();
    }

    @AfterAll
    static void stop() {
        vertx.close().await();
    }

    /** Appends of one statement stay on their way until they are let go. */
    private final class Held implements Ledger {
        private record Way(Batch batch, Promise<Boolean> promise) {}

        private final Deque<Way> ways = new ArrayDeque<>();

        /** The first of them arrives. */
        void arrives() {
            Way way = ways.poll();
            ledger.append(way.batch()).onComplete(way.promise());
        }

        /** It arrives, and its answer does not. */
        void arrivesUnheard() {
            Way way = ways.poll();
            ledger.append(way.batch());
            way.promise().fail("the line broke");
        }

        @Override
        public Future<Boolean> append(Batch batch) {
            Way way = new Way(batch, Promise.promise());
            ways.add(way);
            return way.promise().future();
        }

        @Override
        public Future<Void> append(
                Head seen, Collection<IdempotencyKey> keys, Function<LockedLedger, Future<Void>> decide) {
            return ledger.append(seen, keys, decide);
        }

        @Override
        public Future<Head> head() {
            return ledger.head();
        }

        @Override
        public Future<Page> from(long seq, int limit) {
            return ledger.from(seq, limit);
        }

        @Override
        public Future<Void> renewEpoch(Head gone) {
            return ledger.renewEpoch(gone);
        }

        @Override
        public Future<Void> forgetOldKeys() {
            return ledger.forgetOldKeys();
        }

        @Override
        public Future<Void> ring(String payload) {
            return ledger.ring(payload);
        }
    }

    private final class Standpoint implements Standing {
        private Present now = Present.begin(ledger.head().result().epoch(), Town.TODAY, Town.ZONE, HistoryTest.RULES);

        @Override
        public Present now() {
            return now;
        }

        @Override
        public Future<Void> catchUp() {
            Page page = ledger.from(now.seq(), 1_000).result();
            now = now.after(page.entries(), page.after(now.head()));
            return Future.succeededFuture();
        }

        @Override
        public void expecting(long seq) {}

        @Override
        public void committed(Present base, Present next, List<Entry> entries) {
            if (now == base) {
                now = next;
            } else {
                catchUp();
            }
        }
    }

    private <T> T on(Supplier<T> work) throws Exception {
        Promise<T> done = Promise.promise();
        loop.runOnContext(now -> done.complete(work.get()));
        return done.future().await(20, TimeUnit.SECONDS);
    }

    /** In a turn of the loop of its own: it departs before this returns, if it may. */
    private Future<Verdict> tell(String who, String key, ProjectId project, String update) throws Exception {
        Command command = Command.of(Town.who(who), key, update, Town.at(0), project, Town.read(update));
        Future<Verdict> told = on(() -> writer.submit(command));
        on(() -> null);
        return told;
    }

    private Future<Verdict> tell(String who, String key, String update) throws Exception {
        return tell(who, key, Town.ROAD, update);
    }

    private void arrives() throws Exception {
        on(() -> {
            held.arrives();
            return null;
        });
    }

    private static Verdict.Accepted accepted(Future<Verdict> told) throws Exception {
        return assertInstanceOf(Verdict.Accepted.class, told.await(20, TimeUnit.SECONDS));
    }

    private List<Long> seqs() {
        return ledger.after(0, 100).result().stream().map(Entry::seq).toList();
    }

    @Test
    void the_second_is_decided_on_the_first_and_answered_after_it() throws Exception {
        Future<Verdict> first = tell("office", "1", OPENED);
        Future<Verdict> second = tell("wang", "2", STILL);
        Future<Verdict> third = tell("wang", "3", STILL);
        assertEquals(2, held.ways.size(), "the third waits on the ground");
        assertFalse(first.isComplete());
        arrives();
        assertEquals(1, accepted(first).entries().get(0).seq());
        assertFalse(second.isComplete());
        assertEquals(2, held.ways.size(), "now it departs");
        arrives();
        assertEquals(2, accepted(second).entries().get(0).seq());
        assertFalse(third.isComplete());
        arrives();
        assertEquals(3, accepted(third).entries().get(0).seq());
        assertEquals(3, standing.now.seq());
        assertEquals(List.of(1L, 2L, 3L), seqs());
    }

    @Test
    void what_comes_between_is_seen_by_both() throws Exception {
        Future<Verdict> first = tell("office", "1", OPENED);
        Future<Verdict> second = tell("wang", "2", STILL);
        Command other = Command.of(Town.who("office"), "other", OPENED, Town.at(0), Town.ROAD, Town.read(OPENED));
        Decider elsewhere = Decider.judged(standing.now, LockedLedger.supposedAt(standing.now.head()), List.of(other));
        assertTrue(ledger.append(elsewhere.batch()).result(), "another node opens the same project");
        arrives();
        arrives();
        assertInstanceOf(Verdict.Refused.class, first.await(20, TimeUnit.SECONDS));
        assertEquals(2, accepted(second).entries().get(0).seq());
        assertEquals(List.of(1L, 2L), seqs());
        assertEquals(2, standing.now.seq());
    }

    @Test
    void an_answer_that_is_lost_is_found_again_and_what_followed_goes_on() throws Exception {
        Future<Verdict> first = tell("office", "1", OPENED);
        Future<Verdict> second = tell("wang", "2", STILL);
        on(() -> {
            held.arrivesUnheard();
            return null;
        });
        assertFalse(first.isComplete(), "nobody knows");
        assertFalse(second.isComplete());
        arrives();
        assertTrue(accepted(first).repeated(), "it is known by its key");
        assertEquals(1, accepted(first).entries().get(0).seq());
        assertEquals(2, accepted(second).entries().get(0).seq());
        assertEquals(List.of(1L, 2L), seqs());
    }

    @Test
    void a_refusal_waits_for_what_is_true() throws Exception {
        tell("office", "1", OPENED);
        Future<Verdict> again = tell("office", "2", OPENED);
        assertEquals(1, held.ways.size());
        assertFalse(again.isComplete());
        Future<Verdict> behind = tell("wang", "3", STILL);
        arrives();
        assertInstanceOf(Verdict.Refused.class, again.await(20, TimeUnit.SECONDS));
        arrives();
        assertEquals(2, accepted(behind).entries().get(0).seq());
    }

    @Test
    void the_same_key_on_its_way_twice_happens_once() throws Exception {
        tell("office", "0", OPENED);
        arrives();
        Future<Verdict> first = tell("wang", "1", STILL);
        Future<Verdict> again = tell("wang", "1", STILL);
        arrives();
        arrives();
        assertEquals(2, accepted(first).entries().get(0).seq());
        assertTrue(accepted(again).repeated());
        assertEquals(List.of(1L, 2L), seqs());
    }

    @Test
    void who_stands_elsewhere_begins_there_once_all_are_down() throws Exception {
        tell("office", "0", OPENED);
        arrives();
        Future<Verdict> first = tell("wang", "1", STILL);
        Future<Verdict> second = tell("wang", "2", STILL);
        on(() -> standing.now = standing.now.on(Town.TODAY.plusDays(1)));
        arrives();
        Future<Verdict> third = tell("wang", "3", STILL);
        assertEquals(1, held.ways.size(), "the third would be decided on a day that is over");
        arrives();
        arrives();
        accepted(first);
        accepted(second);
        assertEquals(4, accepted(third).entries().get(0).seq());
        assertEquals(Town.TODAY.plusDays(1), standing.now.board().day());
        assertEquals(4, standing.now.seq());
    }
}
