package io.guatu.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.ledger.Ledger;
import io.guatu.ledger.MemoryLedger;
import io.guatu.ledger.MemorySnapshots;
import io.guatu.ledger.OutOfStep;
import io.guatu.state.State;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FoldingTest {
    private final Vertx vertx = Vertx.vertx();
    private MemoryLedger there = GrownLedger.of(60, 20);

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    /** In whose place another comes once a page was read. */
    private Ledger restoredInBetween(MemoryLedger other) {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (self, method, given) -> {
                    Object answer = method.invoke(there, given);
                    there = other;
                    return answer;
                });
    }

    private State fold(Ledger ledger) throws Exception {
        Future<State> folded = new Folding(vertx, ledger).fold(State.begin(new UUID(1, 1)));
        return folded.await(20, TimeUnit.SECONDS);
    }

    @Test
    void a_restore_between_two_pages_is_not_folded_over() throws Exception {
        MemoryLedger shorter = there.upTo(50);
        assertThrows(OutOfStep.class, () -> fold(restoredInBetween(shorter)));
        assertEquals(50, fold(shorter).seq());
        there = GrownLedger.of(60, 20);
        MemoryLedger another = GrownLedger.of(10, 20);
        another.tellAsBefore(GrownLedger.of(2_000, 20), 11);
        assertThrows(OutOfStep.class, () -> fold(restoredInBetween(another)));
    }

    @Test
    void a_start_that_is_stopped_keeps_how_far_it_came_and_the_next_goes_on_there() throws Exception {
        MemoryLedger grown = GrownLedger.of(5_000, 300);
        MemorySnapshots store = new MemorySnapshots(grown);
        Promise<Void> asked = Promise.promise();
        Promise<Void> read = Promise.promise();
        Relay relay =
                TestRelay.of(vertx, slowly(grown, asked, read), new Snapshots(vertx, store, "mark"), LocalDate.EPOCH);
        Promise<Void> stopped = Promise.promise();
        vertx.runOnContext(go -> relay.start());
        asked.future().await(20, TimeUnit.SECONDS);
        vertx.runOnContext(go -> {
            relay.stop().onComplete(stopped);
            read.complete();
        });
        stopped.future().await(20, TimeUnit.SECONDS);
        State next = new Snapshots(vertx, store, "mark")
                .upTo(grown.head().result().epoch(), 5_000)
                .await(20, TimeUnit.SECONDS);
        assertTrue(next.seq() >= 2_000 && next.seq() < 5_000, () -> "not anew, and not to the end: " + next.seq());
    }

    /** Says when its second page is asked for, which is read only then. */
    private static Ledger slowly(Ledger ledger, Promise<Void> asked, Promise<Void> read) {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (self, method, given) -> {
                    Object answer = method.invoke(ledger, given);
                    if (!method.getName().equals("from") || (long) given[0] < Folding.PAGE) {
                        return answer;
                    }
                    asked.tryComplete();
                    return read.future().map(now -> ((Future<?>) answer).result());
                });
    }
}
