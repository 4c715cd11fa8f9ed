package io.guatu.http.request;

import io.guatu.http.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Set;

/**
 * Which pages may open the bridge and use a session's cookie: our own and those that the configuration lists. A browser always says where its page
 * comes from; what says nothing is no browser, and needs a token all the same.
 */
public final class Origins implements Handler<RoutingContext> {
    private final Set<String> allowed;

    public Origins(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    public void handle(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null || allowed.contains(origin) || own(origin, context)) {
            context.next();
        } else {
            context.fail(Problem.of(403, "foreign-origin"));
        }
    }

    private static boolean own(String origin, RoutingContext context) {
        try {
            String host = URI.create(origin).getAuthority();
            return host != null && host.equalsIgnoreCase(context.request().getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
