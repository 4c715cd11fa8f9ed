package io.guatu.app;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.RoutingContext;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Who is being answered, by connection: a node that is asked to stop takes nobody new, lets go whoever asks for nothing, and
 * answers the others first. Lives on one event loop.
 */
final class OpenRequests implements Handler<RoutingContext> {
    /** Within the half minute in which a program that is asked to stop is expected to be gone. */
    private static final long PATIENCE_SECONDS = 20;

    private final Map<HttpConnection, Integer> asking = new IdentityHashMap<>();

    /** A connection that has asked for nothing yet. */
    void opened(HttpConnection connection) {
        asking.put(connection, 0);
        connection.closeHandler(closed -> asking.remove(connection));
    }

    /** A line of the bridge is asked for once and then stays: it counts as asking for nothing. */
    @Override
    public void handle(RoutingContext context) {
        if (!context.request().canUpgradeToWebSocket()) {
            HttpConnection connection = context.request().connection();
            count(connection, 1);
            context.addEndHandler(ended -> count(connection, -1));
        }
        context.next();
    }

    /** Completes when everybody was answered, or too slow to be. */
    Future<Void> drain(HttpServer server) {
        // A connection that is being answered closes itself after the answer.
        Future<Void> down = server.shutdown(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Map.copyOf(asking).forEach((connection, requests) -> {
            if (requests == 0) {
                connection.close();
            }
        });
        return down;
    }

    private void count(HttpConnection connection, int more) {
        asking.computeIfPresent(connection, (same, requests) -> requests + more);
    }
}
