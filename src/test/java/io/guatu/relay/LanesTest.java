package io.guatu.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.guatu.ledger.Aside;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final Vertx VERTX = Vertx.vertx();

    private final AtomicInteger made = new AtomicInteger();
    private final List<Callable<Integer>> pieces = IntStream.range(0, 40)
            .<Callable<Integer>>mapToObj(number -> () -> {
                made.incrementAndGet();
                return number;
            })
            .toList();

    @AfterAll
    static void stop() {
        VERTX.close().await();
    }

    @Test
    void every_piece_is_made_once_and_they_keep_their_order() throws Exception {
        for (Aside aside : List.of(Aside.all(VERTX), Aside.behind(VERTX))) {
            made.set(0);
            assertEquals(
                    IntStream.range(0, 40).boxed().toList(),
                    Lanes.all(aside, pieces, () -> {}).await(20, TimeUnit.SECONDS));
            assertEquals(40, made.get());
        }
        assertEquals(List.of(), Lanes.all(Aside.all(VERTX), List.of(), () -> {}).await(20, TimeUnit.SECONDS));
    }

    @Test
    void who_must_end_waits_for_one_piece_and_not_for_the_rest() {
        var work = Lanes.all(Aside.behind(VERTX), pieces, () -> {
            if (made.get() == 3) {
                throw new CancellationException("the program ends");
            }
        });
        assertThrows(CancellationException.class, () -> work.await(20, TimeUnit.SECONDS));
        assertEquals(3, made.get());
    }
}
