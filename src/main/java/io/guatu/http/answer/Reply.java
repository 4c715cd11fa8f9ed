package io.guatu.http.answer;

import io.guatu.ledger.Json;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** JSON answers. What the board says is nobody's to cache. */
public final class Reply {
    private static final int LARGE = 256 * 1024;
    private static final int PIECE = 32 * 1024;

    private Reply() {}

    public static void json(RoutingContext context, int status, Object body) {
        if (context.response().ended()) {
            return; // too late: whoever asked was told to come again
        }
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Json.write(body));
    }

    /** What is JSON already. What is large goes piece by piece, as the line takes it: others are answered between them. */
    public static void encoded(RoutingContext context, byte[] json) {
        if (context.response().ended()) {
            return;
        }
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (json.length <= LARGE) {
            response.end(Buffer.buffer(json));
        } else {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(json.length));
            pieces(context.vertx().getOrCreateContext(), response, json, 0);
        }
    }

    /** Each piece is copied and compressed on the event loop. */
    private static void pieces(Context loop, HttpServerResponse response, byte[] json, int from) {
        if (response.closed()) {
            return; // nobody reads it any more
        }
        int length = Math.min(PIECE, json.length - from);
        Buffer piece = Buffer.buffer(length).appendBytes(json, from, length);
        int next = from + length;
        if (next == json.length) {
            response.end(piece);
            return;
        }
        response.write(piece);
        if (response.writeQueueFull()) {
            response.drainHandler(drained -> {
                response.drainHandler(null);
                pieces(loop, response, json, next);
            });
        } else {
            loop.runOnContext(later -> pieces(loop, response, json, next));
        }
    }

    public static void none(RoutingContext context) {
        if (!context.response().ended()) {
            context.response().setStatusCode(204).end();
        }
    }
}
