package io.guatu.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.guatu.ledger.Ledger;
import io.guatu.ledger.MemoryLedger;
import io.guatu.ledger.OutOfStep;
import io.guatu.state.State;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
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
}
