package io.guatu.http.problem;

import io.vertx.core.http.HttpServerRequest;

/** What every answer tells a browser not to do, the answer to what is no request included. */
public final class SecurityHeaders {
    private SecurityHeaders() {}

    /** A page sets its own content policy over this one, which allows nothing. */
    public static void put(HttpServerRequest request) {
        request.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Permissions-Policy", "geolocation=(), microphone=(), payment=()")
                .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (request.isSSL()) {
            // Under TLS of our own; a proxy that ends it says so itself.
            request.response().putHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
