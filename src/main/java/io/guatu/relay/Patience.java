package io.guatu.relay;

import io.guatu.ledger.TransientFault;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks again what a busy database could not answer in time: who has folded for minutes does not begin anew for one page. */
public final class Patience {
    private static final int TRIES = 6;
    private static final long PAUSE_MILLIS = 100;

    private Patience() {}

    /** The answer of the first time that does not fail for a reason that passes by itself; six times at most. */
    public static <T> Future<T> with(Vertx vertx, Supplier<Future<T>> ask) {
        return with(vertx, ask, 1);
    }

    private static <T> Future<T> with(Vertx vertx, Supplier<Future<T>> ask, int tried) {
        return ask.get()
                .recover(fault -> tried < TRIES && TransientFault.explains(fault)
                        ? vertx.timer(PAUSE_MILLIS << tried, TimeUnit.MILLISECONDS)
                                .compose(waited -> with(vertx, ask, tried + 1))
                        : Future.failedFuture(fault));
    }
}
