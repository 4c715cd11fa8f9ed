package io.guatu.bridge;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** One thing after the other, some at a time, so that what follows from each does not come at one moment: 500 a second, or all within five. */
final class Spread {
    private static final long STEP_MILLIS = 20;
    private static final int LEAST = 10;
    private static final int STEPS = 250;

    private final Vertx vertx;
    private final Queue<Runnable> left;
    private final int each;
    private final Promise<Void> done = Promise.promise();

    private Spread(Vertx vertx, List<Runnable> all) {
        this.vertx = vertx;
        this.left = new ArrayDeque<>(all);
        this.each = Math.max(LEAST, (all.size() + STEPS - 1) / STEPS);
    }

    /** Begins at once. Completes when all of it is done. */
    static Future<Void> over(Vertx vertx, List<Runnable> all) {
        Spread spread = new Spread(vertx, all);
        spread.step();
        return spread.done.future();
    }

    private void step() {
        for (int i = 0; i < each && !left.isEmpty(); i++) {
            left.poll().run();
        }
        if (left.isEmpty()) {
            done.complete();
        } else {
            vertx.setTimer(STEP_MILLIS, id -> step());
        }
    }
}
