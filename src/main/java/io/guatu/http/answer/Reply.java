package io.guatu.http.answer;

import io.guatu.ledger.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** JSON answers. What the board says is nobody's to cache. */
public final class Reply {
    private Reply() {}

    public static void json(RoutingContext context, int status, Object body) {
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Json.write(body));
    }

    /** What is JSON already. */
    public static void encoded(RoutingContext context, byte[] json) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(json));
    }

    public static void none(RoutingContext context) {
        context.response().setStatusCode(204).end();
    }
}
