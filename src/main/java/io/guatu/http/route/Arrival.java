package io.guatu.http.route;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** How long all bytes of a body may take to come: a place is not held for longer by sending nothing. */
final class Arrival {
    private static final String TIMER = "guatu.arrival";

    private final Vertx vertx;
    private final Duration longest;

    Arrival(Vertx vertx, Duration longest) {
        this.vertx = vertx;
        this.longest = longest;
    }

    /** Who is later finds the connection closed. */
    void begin(RoutingContext context) {
        long timer = vertx.setTimer(
                longest.toMillis(), late -> context.request().connection().close());
        context.put(TIMER, timer).addEndHandler(ended -> vertx.cancelTimer(timer));
    }

    /** All of it is there: what is done with it takes as long as it takes. */
    void ended(RoutingContext context) {
        vertx.cancelTimer(context.<Long>get(TIMER));
    }
}
