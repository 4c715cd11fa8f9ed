package io.guatu.http;

import io.guatu.http.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A proxy that knows other nodes says so by a header, and is told 502 while this one is not ready: it then asks another. Without
 * the header everybody is answered as well as can be, because an old board that says so is better than none.
 */
final class PassOn implements Handler<RoutingContext> {
    static final String HEADER = "Guatu-Pass-On";
    private static final String OPERATING = "/health/";

    private final BooleanSupplier ready;

    PassOn(BooleanSupplier ready) {
        this.ready = ready;
    }

    @Override
    public void handle(RoutingContext context) {
        if (context.request().getHeader(HEADER) == null
                || context.request().path().startsWith(OPERATING)
                || ready.getAsBoolean()) {
            context.next();
        } else {
            context.fail(new Problem(502, "not-ready", Map.of("seconds", "5"), List.of()));
        }
    }
}
