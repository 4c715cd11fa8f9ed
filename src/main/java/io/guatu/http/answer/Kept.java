package io.guatu.http.answer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** An answer for many, ready to be sent: compressed once, not for each who asks, and known by its ETag. */
public record Kept(byte[] plain, byte[] small, String tag) {
    private static final String A_MINUTE = "public, max-age=60";

    /** Compresses: not for the event loop. */
    public static Kept of(byte[] plain) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written to but memory
        }
        return new Kept(plain, small.toByteArray(), "W/\"" + UUID.nameUUIDFromBytes(plain) + "\"");
    }

    public void send(RoutingContext context, String type) {
        send(context, type, A_MINUTE);
    }

    /** @param keeping how long whom may keep it */
    public void send(RoutingContext context, String type, String keeping) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, keeping)
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.VARY, "accept-encoding");
        HttpServerRequest request = context.request();
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        boolean compressed = Reply.takesZipped(context);
        response.putHeader(HttpHeaders.CONTENT_ENCODING, compressed ? "gzip" : "identity")
                .end(Buffer.buffer(compressed ? small : plain));
    }
}
