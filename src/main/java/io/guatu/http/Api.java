package io.guatu.http;

import io.guatu.bridge.Bridge;
import io.guatu.http.contract.Contract;
import io.guatu.http.contract.Operations;
import io.guatu.http.page.Pages;
import io.guatu.http.problem.FailureHandler;
import io.guatu.http.problem.Problem;
import io.guatu.http.problem.SecurityHeaders;
import io.guatu.http.request.Caller;
import io.guatu.http.request.ClientAddress;
import io.guatu.http.request.Legible;
import io.guatu.http.request.Origins;
import io.guatu.http.request.TrustedProxies;
import io.guatu.http.route.AccessNotes;
import io.guatu.http.route.Health;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The router of one node. What is mounted first is asked first: the pages come last. Lives on the node's event loop. */
public final class Api {
    private final Vertx vertx;
    private final Router router;
    private final Contract contract;
    private final FailureHandler failures;

    /** Answers nothing yet but that there is nothing, and that in words. */
    public Api(Vertx vertx, TrustedProxies proxies, Contract contract) {
        this.vertx = vertx;
        this.contract = contract;
        this.failures = new FailureHandler(contract::allowed);
        this.router = Router.router(vertx);
        router.route()
                .handler(Api::secure)
                .handler(proxies)
                .handler(new Legible())
                .failureHandler(failures);
        for (int status : new int[] {400, 404, 405, 500}) {
            router.errorHandler(status, failures);
        }
        served("/openapi.yaml", "application/yaml", contract.text());
        served("/asyncapi.yaml", "application/yaml", contract.bridge());
        served("/kinds.json", "application/json", contract.kinds());
    }

    /** What never changes while the program runs: asked for anew each time, and sent when it is another. */
    private void served(String path, String type, Buffer text) {
        String tag = "\"" + Integer.toHexString(Arrays.hashCode(text.getBytes())) + "\"";
        router.get(path).handler(context -> {
            context.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, type)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .putHeader(HttpHeaders.ETAG, tag);
            if (tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
                context.response().setStatusCode(304).end();
            } else {
                context.end(text);
            }
        });
    }

    private static final Problem FULL = new Problem(503, "lines-full", Map.of("seconds", "20"), List.of());

    /** News, and the cookie of a login: for pages of ours alone. */
    public Api bridge(Bridge bridge, Origins origins) {
        router.route("/eventbus/*").handler(origins);
        router.route("/api/session*").handler(origins);
        router.route("/eventbus/*").handler(Api::upgrading);
        router.route("/eventbus/*").handler(context -> {
            if (bridge.full()) {
                bridge.refused();
                context.fail(FULL);
            } else {
                context.next();
            }
        });
        router.route("/eventbus/*").subRouter(bridge.router());
        return this;
    }

    /**
     * For those who watch over the program, and for other programs that read its tokens.
     *
     * @param scrapers who may read the metrics, beside this machine
     */
    public Api operating(
            Health health, JsonObject keys, List<IpSubnetFilterRule> scrapers, PrometheusMeterRegistry meters) {
        router.route().handler(new PassOn(health::fit));
        router.get("/health/live").handler(health::live);
        router.get("/health/ready").handler(health::ready);
        router.get("/metrics").handler(context -> nearOnly(context, scrapers)).handler(context -> context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                .end(meters.scrape()));
        router.get("/.well-known/jwks.json").handler(context -> context.json(keys));
        return this;
    }

    /**
     * @param notes who comes in
     * @param patience how long whoever asks waits for an answer
     * @param stale whether this node does not know the present
     * @throws IllegalStateException when these do not answer all that the contract promises
     */
    public Api operations(
            Duration patience,
            BooleanSupplier stale,
            AccessNotes notes,
            Caller caller,
            List<Operations.Routes> groups) {
        router.route("/api/*").handler(notes);
        // Before anything is read: who has no token sends no body, and learns nothing about what a good request is.
        router.route("/api/*").handler(context -> {
            String path = context.normalizedPath();
            if (!Pages.has(path) && !contract.open(path)) {
                caller.of(context);
            }
            context.next();
        });
        Operations operations = new Operations(vertx, router, contract, patience, stale);
        groups.forEach(group -> group.on(operations));
        operations.complete();
        // Pages are read at any address: without this, what else is sent to a place that is not there would be told so
        // (405).
        router.route("/api/*").handler(context -> {
            String path = context.normalizedPath();
            if (Pages.has(path) || contract.knows(path)) {
                context.next();
            } else {
                context.fail(Problem.of(404, "not-found"));
            }
        });
        return this;
    }

    public Api pages(Pages pages) {
        pages.mount(router);
        return this;
    }

    public Router router() {
        return router;
    }

    /** Answers what is no request at all. */
    public void invalid(HttpServerRequest request) {
        failures.invalid(request);
    }

    private static void secure(RoutingContext context) {
        SecurityHeaders.put(context.request());
        context.next();
    }

    private static void upgrading(RoutingContext context) {
        if (context.request().path().endsWith("/websocket")
                && !context.request().canUpgradeToWebSocket()) {
            context.response().putHeader(HttpHeaders.UPGRADE, "websocket");
            context.fail(Problem.of(426, "websocket-only"));
        } else {
            context.next();
        }
    }

    /** Metrics are for scrapers on this machine or in a network that was named, and not through a proxy. */
    private static void nearOnly(RoutingContext context, List<IpSubnetFilterRule> scrapers) {
        if (ClientAddress.direct(context, scrapers)) {
            context.next();
        } else {
            context.fail(Problem.of(404, "not-found"));
        }
    }
}
