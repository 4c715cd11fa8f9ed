package io.guatu.http.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer tells a browser not to do, the answer to what is no request included. */
public final class SecurityHeaders {
    /** As bytes, and their hashes known: they are written with every answer. */
    private static final Map<CharSequence, CharSequence> ALWAYS = new LinkedHashMap<>();

    static {
        always("X-Content-Type-Options", "nosniff");
        always("Referrer-Policy", "no-referrer");
        always("X-Frame-Options", "DENY");
        always("Cross-Origin-Opener-Policy", "same-origin");
        always("Cross-Origin-Resource-Policy", "same-origin");
        always("Permissions-Policy", "geolocation=(), microphone=(), payment=()");
        always("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    private static void always(String name, String value) {
        ALWAYS.put(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
    }

    private SecurityHeaders() {}

    /** A page sets its own content policy over this one, which allows nothing. */
    public static void put(HttpServerRequest request) {
        ALWAYS.forEach(request.response()::putHeader);
        if (request.isSSL()) {
            // Under TLS of our own; a proxy that ends it says so itself.
            request.response().putHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
