package io.guatu.http.contract;

import io.guatu.http.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Who answers each operation of the contract. A request reaches its handler only when the contract allows it. */
public final class Operations {
    private static final long LONGEST_BODY = 64 * 1024;
    private static final Problem OLD = new Problem(503, "not-the-present", Map.of("seconds", "30"), List.of());

    private final Vertx vertx;
    private final Router router;
    private final Contract contract;
    private final long patienceMillis;
    private final BooleanSupplier stale;
    private final Set<String> answered = new HashSet<>();

    /**
     * @param patience of whoever asks: then the answer is that there is none in time
     * @param stale whether this node does not know the present: a page that is open says so, a file could not
     */
    public Operations(Vertx vertx, Router router, Contract contract, Duration patience, BooleanSupplier stale) {
        this.vertx = vertx;
        this.router = router;
        this.contract = contract;
        this.patienceMillis = patience.toMillis();
        this.stale = stale;
    }

    /** A group of operations that are answered in one place. */
    public interface Routes {
        void on(Operations operations);
    }

    public void on(String id, Handler<RoutingContext> handler) {
        on(id, LONGEST_BODY, RoutingContext::next, context -> {
            inTime(context);
            handler.handle(context);
        });
    }

    /** From when the request was read: how long that takes is up to the line. */
    private void inTime(RoutingContext context) {
        long late = vertx.setTimer(patienceMillis, timer -> {
            if (!context.response().headWritten()) {
                context.fail(new TimeoutException("no answer in time"));
            }
        });
        context.addEndHandler(ended -> vertx.cancelTimer(late));
    }

    /**
     * What takes as long as a stranger's file does; {@link #on(String, Handler)} is for everything else.
     *
     * @param longest bytes that the body may have
     * @param before decides before the body is read whether it is
     */
    public void on(String id, long longest, Handler<RoutingContext> before, Handler<RoutingContext> handler) {
        Operation operation = contract.operations().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the contract has no " + id));
        answered.add(id);
        // One route: each is compared with every request. A handler of the body would have to come first on it.
        Route route = router.routeWithRegex(operation.method(), operation.path().pattern());
        if (operation.present()) {
            route.handler(this::present);
        }
        route.handler(before);
        if (operation.body() == null && !operation.types().isEmpty()) {
            route.handler(context -> typed(context, operation)); // JSON is looked at where it is read
        }
        BodyHandler body = BodyHandler.create(false).setBodyLimit(longest);
        route.handler(body::handle).handler(context -> read(context, operation)).handler(handler);
    }

    /** @throws IllegalStateException when the contract promises what nobody answers */
    public void complete() {
        Set<String> missing = contract.operations().stream()
                .map(Operation::id)
                .filter(id -> !answered.contains(id))
                .collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("nobody answers " + missing);
        }
    }

    private void present(RoutingContext context) {
        if (stale.getAsBoolean()) {
            context.fail(OLD);
        } else {
            context.next();
        }
    }

    /** Ten megabytes of another type are not read. */
    private static void typed(RoutingContext context, Operation operation) {
        if (operation.types().contains(MediaType.of(context.request().getHeader(HttpHeaders.CONTENT_TYPE)))) {
            context.next();
        } else {
            context.fail(Problem.of(415, "unsupported-media-type"));
        }
    }

    /** On the event loop, but for a body that takes milliseconds. */
    private void read(RoutingContext context, Operation operation) {
        boolean large = context.body().length() > LONGEST_BODY && operation.body() != null;
        if (large) {
            vertx.executeBlocking(() -> RequestReader.read(context, operation), false)
                    .onSuccess(params -> pass(context, params))
                    .onFailure(context::fail);
        } else {
            pass(context, RequestReader.read(context, operation));
        }
    }

    private static void pass(RoutingContext context, RequestParams params) {
        params.in(context);
        context.next();
    }
}
