package io.guatu.ledger;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;

/** Asynchronous steps one after the other, however many: ten thousand pages composed into one another would be a stack. */
public final class Loop {
    private Loop() {}

    /** Takes steps until one says false, or fails. */
    public static Future<Void> whileTrue(Supplier<Future<Boolean>> step) {
        Promise<Void> done = Promise.promise();
        go(step, done);
        return done.future();
    }

    private static void go(Supplier<Future<Boolean>> step, Promise<Void> done) {
        while (true) {
            Future<Boolean> taken = step.get();
            if (!taken.isComplete()) {
                taken.onComplete(result -> {
                    if (again(result, done)) {
                        go(step, done);
                    }
                });
                return;
            }
            if (!again(taken, done)) {
                return;
            }
        }
    }

    private static boolean again(AsyncResult<Boolean> taken, Promise<Void> done) {
        if (taken.failed()) {
            done.fail(taken.cause());
            return false;
        }
        if (!taken.result()) {
            done.complete();
        }
        return taken.result();
    }
}
