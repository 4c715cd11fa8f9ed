package io.guatu.http.answer;

import io.guatu.ledger.Json;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

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
        HttpServerResponse response = json(context);
        if (json.length <= LARGE) {
            response.end(Buffer.buffer(json));
        } else {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(json.length));
            pieces(context.vertx().getOrCreateContext(), response, new ByteArrayInputStream(json));
        }
    }

    /** JSON that was compressed where it was made: it goes as it is to whoever takes it so, as browsers do. */
    public static void zipped(RoutingContext context, byte[] zipped) {
        if (context.response().ended()) {
            return;
        }
        HttpServerResponse response = json(context);
        InputStream bytes = new ByteArrayInputStream(zipped);
        if (takesZipped(context)) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip")
                    .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(zipped.length));
        } else {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "identity").setChunked(true);
            bytes = unzipped(bytes);
        }
        pieces(context.vertx().getOrCreateContext(), response, bytes);
    }

    static boolean takesZipped(RoutingContext context) {
        String takes = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        return takes != null && takes.contains("gzip");
    }

    private static HttpServerResponse json(RoutingContext context) {
        return context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static InputStream unzipped(InputStream bytes) {
        try {
            return new GZIPInputStream(bytes, PIECE);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // we made it
        }
    }

    /** Each piece is copied, or unzipped, or compressed on the event loop. */
    private static void pieces(Context loop, HttpServerResponse response, InputStream bytes) {
        if (response.closed()) {
            return; // nobody reads it any more
        }
        byte[] piece = next(bytes);
        if (piece.length < PIECE) {
            response.end(Buffer.buffer(piece));
            return;
        }
        response.write(Buffer.buffer(piece));
        if (response.writeQueueFull()) {
            response.drainHandler(drained -> {
                response.drainHandler(null);
                pieces(loop, response, bytes);
            });
        } else {
            loop.runOnContext(later -> pieces(loop, response, bytes));
        }
    }

    private static byte[] next(InputStream bytes) {
        try {
            return bytes.readNBytes(PIECE);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it is read from memory
        }
    }

    public static void none(RoutingContext context) {
        if (!context.response().ended()) {
            context.response().setStatusCode(204).end();
        }
    }
}
