package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;

/** Where work is done that takes too long for an event loop. */
public interface Aside {
    /** What it comes to, on the context that asks. */
    <T> Future<T> run(Callable<T> work);

    /** Whether one piece of work may be done by all processors. */
    boolean wide();

    /** All processors: for what everybody waits for. */
    static Aside all(Vertx vertx) {
        return new Workers(vertx, null, true);
    }

    /** One of them, and in nobody's way who asks of the past: for what nobody waits for. */
    static Aside behind(Vertx vertx) {
        return new Workers(vertx, null, false);
    }

    /** All but one, which is left to who writes: for what somebody asks of the past. It ends with {@code vertx}. */
    static Aside past(Vertx vertx) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new Workers(vertx, vertx.createSharedWorkerExecutor("guatu-past", threads), false);
    }

    /** @param own threads, or null: everybody's */
    record Workers(Vertx vertx, WorkerExecutor own, boolean wide) implements Aside {
        @Override
        public <T> Future<T> run(Callable<T> work) {
            return own == null ? vertx.executeBlocking(work, false) : own.executeBlocking(work, false);
        }
    }
}
