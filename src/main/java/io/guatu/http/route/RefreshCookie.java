package io.guatu.http.route;

import io.guatu.http.request.ClientAddress;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** The one cookie: a refresh token that no script can read and that goes to nowhere but the session's own path. */
final class RefreshCookie {
    private static final String NAME = "guatu-session";
    private static final String PATH = "/api/session";

    private RefreshCookie() {}

    static Optional<String> of(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(NAME)).map(Cookie::getValue);
    }

    static void set(RoutingContext context, String token, Duration life) {
        context.response()
                .addCookie(Cookie.cookie(NAME, token)
                        .setPath(PATH)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.STRICT)
                        .setSecure(ClientAddress.scheme(context.request()).equals("https"))
                        .setMaxAge(life.toSeconds()));
    }

    static void clear(RoutingContext context) {
        set(context, "", Duration.ZERO);
    }
}
