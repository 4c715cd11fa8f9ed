package io.guatu.http.answer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file that somebody takes away, under a name that people read. */
public final class Download {
    private Download() {}

    /**
     * @param plain its name in ASCII, for what knows nothing else
     * @param name its name as it is to be
     */
    public static void send(RoutingContext context, String type, String plain, String name, byte[] bytes) {
        if (context.response().ended()) {
            return; // too late: whoever asked was told to come again
        }
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(
                        "Content-Disposition",
                        "attachment; filename=\"" + plain + "\"; filename*=UTF-8''"
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                .end(Buffer.buffer(bytes));
    }
}
