package io.guatu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class PasswordsTest {
    @Test
    void many_at_once_take_the_threads_of_passwords_alone_and_too_many_come_again(Vertx vertx, @TempDir Path folder)
            throws Exception {
        // Cheap ones: how many wait and how many are sent away does not depend on what one costs.
        Passwords passwords =
                new Passwords(vertx, Keys.load(vertx, folder.resolve("keys.json")), new Passwords.Cost(4_096, 2));
        List<Future<Boolean>> tries = IntStream.range(0, 200)
                .mapToObj(i -> passwords.matches("guess " + i, Optional.empty()))
                .toList();
        long began = System.nanoTime();
        vertx.executeBlocking(() -> "a board").await(5, TimeUnit.SECONDS);
        assertTrue(tries.stream().anyMatch(attempt -> !attempt.isComplete()), "a board waits for no password");
        assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(5));
        Future.join(tries).otherwiseEmpty().await(60, TimeUnit.SECONDS);
        long busy = tries.stream()
                .filter(attempt -> attempt.cause() instanceof Passwords.Busy)
                .count();
        assertTrue(busy >= 100 && busy < 200, busy + " were told to come again");
        assertEquals(200 - busy, tries.stream().filter(Future::succeeded).count());
        assertEquals(false, passwords.matches("once more", Optional.empty()).await(5, TimeUnit.SECONDS));
    }

    @Test
    void a_hash_says_that_it_cost_what_is_recommended(Vertx vertx, @TempDir Path folder) throws Exception {
        Passwords passwords =
                new Passwords(vertx, Keys.load(vertx, folder.resolve("keys.json")), Passwords.Cost.RECOMMENDED);
        String hash = passwords.hash("a password").await();
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    }

    @Test
    void there_are_no_more_threads_than_processors_and_memory_bears() {
        assertTrue(Passwords.threads() >= 1);
        assertTrue(Passwords.threads() <= Runtime.getRuntime().availableProcessors());
    }
}
