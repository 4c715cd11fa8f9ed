package io.guatu.http.problem;

import io.guatu.access.Passwords;
import io.guatu.command.Unavailable;
import io.guatu.ledger.Json;
import io.guatu.ledger.NotUnderstood;
import io.guatu.ledger.OutOfStep;
import io.guatu.ledger.TooLong;
import io.guatu.ledger.TransientFault;
import io.guatu.relay.BeingRead;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one failure handler. What a client did wrong is explained to it; what we did wrong is logged here, once. */
public final class FailureHandler implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);

    /** What is no HTTP has no fields to mark. */
    private static final String ILLEGIBLE = "http-malformed";

    private static final String FEEDS = "/feeds/";

    private static final Problem AWAY = new Problem(503, "unavailable", Map.of("seconds", "5"), List.of());

    private static final Problem LOG_INS_BUSY = new Problem(503, "log-ins-busy", Map.of("seconds", "3"), List.of());

    private final ProblemPage page = new ProblemPage();
    private final UnaryOperator<String> allowed;

    /** @param allowed what may be done at a path, as the Allow header says it */
    public FailureHandler(UnaryOperator<String> allowed) {
        this.allowed = allowed;
    }

    @Override
    public void handle(RoutingContext context) {
        if (context.response().ended()) {
            return; // it was late, and told so
        }
        if (context.response().headWritten()) {
            context.response().reset();
            return;
        }
        // Without a host the router fails before anything was put on the answer.
        SecurityHeaders.put(context.request());
        Problem problem = problem(context);
        if (problem.status() == 405) {
            context.response()
                    .putHeader(
                            HttpHeaders.ALLOW, allowed.apply(context.request().path()));
        }
        send(context.request(), problem);
    }

    /** What is no HTTP, or too much of it, and so reaches no route. */
    public void invalid(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        int status = cause instanceof TooLongHttpLineException
                ? 414
                : cause instanceof TooLongHttpHeaderException ? 431 : cause instanceof KnownVersion.Unknown ? 505 : 400;
        SecurityHeaders.put(request);
        // Who keeps connections is told that this one ends, and does not send the next question into it.
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        send(request, Problem.of(status, status == 400 ? ILLEGIBLE : code(status)));
        request.connection().close();
    }

    private void send(HttpServerRequest request, Problem problem) {
        String language = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        JsonObject body = new JsonObject()
                .put("type", "about:blank")
                .put("title", HttpResponseStatus.valueOf(problem.status()).reasonPhrase())
                .put("status", problem.status())
                .put("detail", Texts.problem(problem.words(), problem.parameters(), language))
                .put("code", problem.code());
        if (!problem.faults().isEmpty()) {
            JsonArray errors = new JsonArray();
            problem.faults()
                    .forEach(fault -> errors.add(new JsonObject()
                            .put("path", fault.path())
                            .put("message", Texts.problem(fault.rule(), fault.parameters(), language))));
            body.put("errors", errors);
        }
        problem.extensions().forEach((member, value) -> body.put(member, new JsonObject(Json.write(value))));
        if (problem.parameters().containsKey("seconds")) {
            request.response().putHeader("Retry-After", problem.parameters().get("seconds"));
        }
        if (problem.status() == 401) {
            request.response().putHeader("WWW-Authenticate", "Bearer");
        }
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, "accept, accept-language");
        if (ProblemPage.isWanted(request)) {
            if (problem.parameters().containsKey("seconds")) {
                // Nobody stands before a wall to press a key.
                request.response().putHeader("Refresh", problem.parameters().get("seconds"));
            }
            request.response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .putHeader("Content-Security-Policy", ProblemPage.POLICY)
                    .end(page.of(
                            Texts.problem("page-language", Map.of(), language),
                            body.getString("detail"),
                            Texts.problem("page-home", Map.of(), language)));
            return;
        }
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(body.toBuffer());
    }

    private static Problem problem(RoutingContext context) {
        Throwable fault = context.failure();
        if (fault instanceof Problem problem) {
            return problem;
        }
        if (fault instanceof Passwords.Busy) {
            return LOG_INS_BUSY;
        }
        if (fault instanceof TooLong) {
            LOG.warn("{} {} took too long", context.request().method(), spoken(context));
            return Problem.of(503, "question-too-long");
        }
        if (fault instanceof BeingRead past) {
            LOG.info("{} {} must wait: {}", context.request().method(), spoken(context), fault.getMessage());
            return new Problem(
                    503,
                    "past-being-read",
                    Map.of("day", past.day().toString(), "percent", "" + past.percent(), "seconds", "5"),
                    List.of());
        }
        // Where a past is gone while somebody asks for it, all begins anew within the second.
        if (fault instanceof Unavailable
                || fault instanceof OutOfStep
                || fault instanceof NotUnderstood
                || TransientFault.explains(fault)) {
            LOG.warn("{} {} must wait: {}", context.request().method(), spoken(context), fault.getMessage());
            return AWAY.said(Away.words(context.request(), fault));
        }
        if (fault instanceof HttpClosedException || fault instanceof StreamResetException) {
            return Problem.of(400, ILLEGIBLE); // who asked has hung up: nobody's fault, and nobody hears this
        }
        if (isIllegible(fault)) {
            return Problem.of(400, ILLEGIBLE);
        }
        int status = context.statusCode();
        if (status == 400 && context.request().authority() == null) {
            return Problem.of(400, "host-invalid"); // the router itself serves nobody then
        }
        if (fault == null || status >= 400 && status < 500) {
            return Problem.of(status < 400 ? 500 : status, code(status));
        }
        LOG.error("{} {} failed", context.request().method(), spoken(context), fault);
        return Problem.of(500, "internal");
    }

    /** A path as the log may hold it: that of a feed is a secret. */
    private static String spoken(RoutingContext context) {
        String path = context.request().path();
        return path != null && path.startsWith(FEEDS) ? FEEDS + "…" : path;
    }

    /** A body that is no HTTP, in the middle of a request: it arrives as whatever the decoder threw. */
    static boolean isIllegible(Throwable fault) {
        String codec = "io.netty.handler.codec.";
        return fault != null
                && (fault.getClass().getName().startsWith(codec)
                        || fault.getStackTrace().length > 0
                                && fault.getStackTrace()[0].getClassName().startsWith(codec));
    }

    private static String code(int status) {
        return switch (status) {
            case 400 -> "invalid";
            case 401 -> "token-invalid";
            case 403 -> "not-in-scope";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 413, 414, 431 -> "too-large";
            case 415 -> "unsupported-media-type";
            case 505 -> "http-version";
            default -> "internal";
        };
    }
}
