package io.guatu.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.ledger.Ledger;
import io.guatu.ledger.MemoryLedger;
import io.guatu.ledger.MemorySnapshots;
import io.guatu.state.Present;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A past that takes longer than anybody waits. */
class BoardHistoryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Vertx vertx = Vertx.vertx();
    private final MemoryLedger ledger = GrownLedger.of(900, 20);
    /** Until it completes no page of the past is read. */
    private final Promise<Void> read = Promise.promise();

    private BoardHistory history;
    private Moment moment;

    @BeforeEach
    void begin() throws Exception {
        history = of(ledger, slow(), Duration.ofMillis(1));
        moment = on(() -> history.after(600, DAY));
    }

    private BoardHistory of(MemoryLedger ledger, Ledger past, Duration patience) throws Exception {
        MemorySnapshots none = new MemorySnapshots(ledger);
        Relay relay = TestRelay.of(vertx, ledger, new Snapshots(vertx, none, "mark"), DAY.plusYears(1));
        on(relay::start);
        return new BoardHistory(vertx, past, ledger, relay, new Snapshots(vertx, none, "mark"), patience);
    }

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    private Ledger slow() {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (self, method, given) -> {
                    Object answer = method.invoke(ledger, given);
                    return method.getName().equals("from")
                            ? read.future().map(now -> ((Future<?>) answer).result())
                            : answer;
                });
    }

    private <T> T on(Supplier<Future<T>> asked) throws Exception {
        Promise<T> answer = Promise.promise();
        vertx.runOnContext(go -> asked.get().onComplete(answer));
        return answer.future().await(20, TimeUnit.SECONDS);
    }

    @Test
    void who_waits_too_long_is_told_how_far_it_is_and_who_comes_again_is_answered() throws Exception {
        BeingRead told = assertThrows(BeingRead.class, () -> on(() -> history.present(moment)));
        assertEquals(DAY, told.day());
        assertEquals(0, told.percent());
        read.complete();
        Present then = null;
        while (then == null) {
            then = on(() -> history.present(moment)
                    .recover(fault ->
                            fault instanceof BeingRead ? Future.succeededFuture() : Future.failedFuture(fault)));
        }
        assertEquals(600, then.seq());
    }

    @Test
    void what_is_folded_for_somebody_ends_with_the_program() throws Exception {
        assertThrows(BeingRead.class, () -> on(() -> history.present(moment)));
        Promise<Boolean> waited = Promise.promise();
        vertx.runOnContext(go -> {
            Future<Void> stopped = history.stop();
            boolean before = stopped.isComplete();
            read.complete();
            stopped.onComplete(ended -> waited.complete(!before));
        });
        assertTrue(waited.future().await(20, TimeUnit.SECONDS));
    }

    @Test
    void who_walks_back_through_the_past_reads_a_few_entries_of_it_and_not_all_before() throws Exception {
        MemoryLedger large = GrownLedger.of(3 * Folding.PAGE + 100, 20);
        List<Long> begun = new ArrayList<>();
        Ledger seen = (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (self, method, given) -> {
                    if (method.getName().equals("from")) {
                        begun.add((Long) given[0]);
                    }
                    return method.invoke(large, given);
                });
        BoardHistory walked = of(large, seen, Duration.ofMinutes(1));
        long last = 3 * Folding.PAGE;
        for (long seq = last; seq > last - 10; seq--) {
            long asked = seq;
            Present then = on(() -> walked.after(asked, DAY).compose(walked::present));
            assertEquals(asked, then.seq());
        }
        begun.removeIf(from -> from >= last - Folding.PAGE);
        assertEquals(List.of(0L, (long) Folding.PAGE), begun, "what lies far before was read for the first day only");
    }
}
