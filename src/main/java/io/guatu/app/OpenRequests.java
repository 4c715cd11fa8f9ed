package io.guatu.app;

import io.guatu.http.problem.KnownVersion;
import io.guatu.http.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Who is being answered, by connection. A node that is asked to stop first says so, to whoever asks whether it is ready, and still
 * answers, so that a balancer learns it from an answer and not from a refused connection; once those whom it was answering then
 * are answered, it takes nobody new, lets go whoever asks for nothing, and goes. Lives on one event loop.
 */
final class OpenRequests implements Handler<RoutingContext> {
    /** Both within the half minute in which a program that is asked to stop is expected to be gone. */
    private static final long PATIENCE_SECONDS = 20;

    private static final long LATE_SECONDS = 5;

    private static final Problem STOPPING = new Problem(503, "stopping", Map.of("seconds", "5"), List.of());

    private final Map<HttpConnection, Set<RoutingContext>> asking = new IdentityHashMap<>();
    /** Those who were being answered when the node was asked to stop; null before. */
    private Set<RoutingContext> first;

    private final Promise<Void> answered = Promise.promise();

    /** A connection that has asked for nothing yet. */
    void opened(HttpConnection connection) {
        KnownVersion.watch(connection);
        asking.put(connection, identities());
        connection.closeHandler(closed -> asking.remove(connection));
    }

    /** Whether this node was asked to stop. */
    boolean leaving() {
        return first != null;
    }

    /** A line of the bridge is asked for once and then stays: it counts as asking for nothing. */
    @Override
    public void handle(RoutingContext context) {
        Intake.asks(context.request().connection());
        boolean line = context.request().canUpgradeToWebSocket();
        if (line && leaving()) {
            context.fail(STOPPING);
            return;
        }
        if (leaving() && context.request().version() != HttpVersion.HTTP_2) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        if (line) {
            // Nobody says when it closes: once it speaks the other protocol its connection's own handler is not called.
            asking.remove(context.request().connection());
        } else {
            asking.computeIfAbsent(context.request().connection(), again -> identities())
                    .add(context);
        }
        context.addEndHandler(ended -> answered(context)); // of a line that was refused too
        context.next();
    }

    private void answered(RoutingContext context) {
        Intake.answered(context.request().connection());
        asking.computeIfPresent(context.request().connection(), (same, requests) -> {
            requests.remove(context);
            return requests;
        });
        if (leaving() && first.remove(context) && first.isEmpty()) {
            answered.tryComplete();
        }
    }

    /**
     * Completes when everybody was answered, or too slow to be.
     *
     * @param lines completes when no line is to be told any more that it should go
     */
    Future<Void> drain(Vertx vertx, HttpServer server, Future<Void> lines) {
        first = identities();
        asking.values().forEach(first::addAll);
        if (first.isEmpty()) {
            answered.tryComplete();
        }
        long patience = vertx.setTimer(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), late -> answered.tryComplete());
        return answered.future().compose(all -> lines).compose(all -> {
            vertx.cancelTimer(patience);
            // A connection that is being answered closes itself after the answer.
            Future<Void> down = server.shutdown(LATE_SECONDS, TimeUnit.SECONDS);
            Map.copyOf(asking).forEach((connection, requests) -> {
                if (requests.isEmpty()) {
                    connection.close();
                }
            });
            return down;
        });
    }

    private static <T> Set<T> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
