package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** How the program ends. */
class ProgramTest {
    /** As when the jar was overwritten: whatever needs a class that is no more never answers. */
    @Test
    void what_never_ends_is_left_behind_and_the_database_stops_all_the_same() {
        Vertx vertx = Vertx.vertx();
        Promise<Void> never = Promise.promise();
        vertx.deployVerticle(new VerticleBase() {
                    @Override
                    public Future<?> stop() {
                        return never.future();
                    }
                })
                .await();
        AtomicBoolean stopped = new AtomicBoolean();
        assertThrows(
                IOException.class,
                () -> Program.close(vertx, Optional.of(() -> stopped.set(true)), Duration.ofMillis(50)));
        assertTrue(stopped.get());
        never.complete();
    }
}
