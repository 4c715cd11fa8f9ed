package io.guatu.http;

import io.guatu.http.answer.Reply;
import io.guatu.http.page.Pages;
import io.guatu.http.problem.FailureHandler;
import io.guatu.http.problem.Problem;
import io.guatu.http.problem.SecurityHeaders;
import io.guatu.http.problem.Texts;
import io.guatu.http.request.Legible;
import io.guatu.relay.Progress;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Whom a node answers from its first moment on: that it reads the ledger and how far it is, until it is {@link #open}. Pages
 * that are asked for meanwhile ask again by themselves. Lives on the node's event loop.
 */
public final class Front implements Handler<HttpServerRequest> {
    private static final String SECONDS = "5";

    private final Supplier<Progress> progress;
    private final FailureHandler failures = new FailureHandler(path -> "");
    private Handler<HttpServerRequest> now;
    private Handler<HttpServerRequest> invalid = failures::invalid;

    /** @param first hears of every request before the routes do */
    public Front(Vertx vertx, Handler<RoutingContext> first, Supplier<Progress> progress) {
        this.progress = progress;
        Router router = Router.router(vertx);
        router.route()
                .handler(first)
                .handler(Front::secure)
                .handler(new Legible())
                .failureHandler(failures);
        router.get("/health/live").handler(context -> Reply.json(context, 200, Map.of("status", "UP")));
        router.get("/health/ready").handler(this::ready);
        Pages.styles(vertx, router);
        router.route().handler(new PassOn(() -> false)).handler(context -> context.fail(starting()));
        this.now = router;
    }

    /** From now on the board answers. */
    public void open(Api api) {
        now = api.router();
        invalid = api::invalid;
    }

    @Override
    public void handle(HttpServerRequest request) {
        now.handle(request);
    }

    /** Answers what is no request at all. */
    public void invalid(HttpServerRequest request) {
        invalid.handle(request);
    }

    private void ready(RoutingContext context) {
        Problem problem = starting();
        String detail = Texts.problem(
                problem.code(), problem.parameters(), context.request().getHeader("Accept-Language"));
        context.response().putHeader("Retry-After", SECONDS);
        Reply.json(
                context,
                503,
                Map.of(
                        "status",
                        "STARTING",
                        "detail",
                        detail,
                        "folded",
                        progress.get().folded(),
                        "of",
                        progress.get().of()));
    }

    private Problem starting() {
        Progress now = progress.get();
        String said = now.of() == 0 ? "" : String.format(Locale.ROOT, " %,d / %,d", now.folded(), now.of());
        return new Problem(503, "starting", Map.of("progress", said, "seconds", SECONDS), List.of());
    }

    private static void secure(RoutingContext context) {
        SecurityHeaders.put(context.request());
        context.next();
    }
}
