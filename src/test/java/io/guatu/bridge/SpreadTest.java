package io.guatu.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<Integer> done = new ArrayList<>();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private long millis(int many) throws Exception {
        List<Runnable> all = IntStream.range(0, many)
                .mapToObj(i -> (Runnable) () -> done.add(i))
                .toList();
        long began = System.nanoTime();
        Spread.over(vertx, all).await(10, TimeUnit.SECONDS);
        assertEquals(IntStream.range(0, many).boxed().toList(), done);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    @Test
    void a_storm_is_spread_over_time() throws Exception {
        assertTrue(millis(150) >= 14 * 20, "ten at a time");
    }

    @Test
    void a_few_and_nobody_are_done_at_once() throws Exception {
        Spread.over(vertx, List.of()).await(1, TimeUnit.SECONDS);
        assertTrue(Spread.over(vertx, List.of(() -> done.add(1))).isComplete());
    }
}
