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
        return new Aside() {
            @Override
            public <T> Future<T> run(Callable<T> work) {
                return vertx.executeBlocking(work, false);
            }

            @Override
            public boolean wide() {
                return true;
            }
        };
    }

    /** All but one, which is left to who writes: for what somebody asks of the past. It ends with {@code vertx}. */
    static Aside past(Vertx vertx) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        WorkerExecutor workers = vertx.createSharedWorkerExecutor("guatu-past", threads);
        return new Aside() {
            @Override
            public <T> Future<T> run(Callable<T> work) {
                return workers.executeBlocking(work, false);
            }

            @Override
            public boolean wide() {
                return false;
            }
        };
    }
}
