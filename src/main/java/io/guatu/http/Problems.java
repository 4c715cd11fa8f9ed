package io.guatu.http;

import io.guatu.access.Passwords;
import io.guatu.command.Unavailable;
import io.guatu.ledger.Json;
import io.guatu.ledger.TransientFault;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorErrorType;
import io.vertx.openapi.validation.ValidatorException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one failure handler. What a client did wrong is explained to it; what we did wrong is logged here, once. */
final class Problems implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int SHOWN = 5;

    /** What only repeats that something deeper does not fit. */
    private static final Pattern NOISE =
            Pattern.compile("subschema|does not match (\"then\" )?schema|additional properties schema");

    private static final Problem AWAY = new Problem(503, "unavailable", Map.of("seconds", "5"), List.of());

    private static final Problem LOG_INS_BUSY = new Problem(503, "log-ins-busy", Map.of("seconds", "3"), List.of());

    private final Texts texts;
    private final Contract contract;

    Problems(Texts texts, Contract contract) {
        this.texts = texts;
        this.contract = contract;
    }

    @Override
    public void handle(RoutingContext context) {
        if (context.response().headWritten()) {
            context.response().reset();
            return;
        }
        Problem problem = problem(context);
        if (problem.status() == 405) {
            context.response()
                    .putHeader(
                            HttpHeaders.ALLOW,
                            contract.allowed(context.request().path()));
        }
        send(context.request(), problem);
    }

    /** What is no HTTP, or too much of it, and so reaches no route. */
    void invalid(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        int status = cause instanceof TooLongHttpLineException
                ? 414
                : cause instanceof TooLongHttpHeaderException ? 431 : 400;
        send(request, Problem.of(status, code(status)));
        request.connection().close();
    }

    private void send(HttpServerRequest request, Problem problem) {
        String language = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        JsonObject body = new JsonObject()
                .put("type", "about:blank")
                .put("title", HttpResponseStatus.valueOf(problem.status()).reasonPhrase())
                .put("status", problem.status())
                .put("detail", texts.problem(problem.code(), problem.parameters(), language))
                .put("code", problem.code());
        if (!problem.faults().isEmpty()) {
            JsonArray errors = new JsonArray();
            problem.faults()
                    .forEach(fault -> errors.add(
                            new JsonObject().put("path", fault.path()).put("message", sentence(fault, language))));
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
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body.toBuffer());
    }

    private String sentence(Problem.Fault fault, String language) {
        return fault.rule() == null ? fault.message() : texts.problem(fault.rule(), fault.parameters(), language);
    }

    private static Problem problem(RoutingContext context) {
        Throwable fault = context.failure();
        if (fault instanceof Problem problem) {
            return problem;
        }
        if (fault instanceof Passwords.Busy) {
            return LOG_INS_BUSY;
        }
        if (fault instanceof Unavailable || TransientFault.explains(fault)) {
            LOG.warn(
                    "{} {} must wait: {}",
                    context.request().method(),
                    context.request().path(),
                    fault.getMessage());
            return AWAY;
        }
        Throwable cause = fault == null || fault.getCause() == null ? fault : fault.getCause();
        if (cause instanceof SchemaValidationException invalid) {
            return new Problem(400, "invalid", Map.of(), faults(invalid.getOutputUnit(), invalid));
        }
        if (cause instanceof ValidatorException invalid) {
            if (invalid.type() == ValidatorErrorType.UNSUPPORTED_VALUE_FORMAT) {
                return Problem.of(415, code(415));
            }
            boolean key = String.valueOf(invalid.getMessage()).contains("Idempotency-Key");
            return new Problem(
                    400,
                    key ? "key-missing" : "invalid",
                    Map.of(),
                    List.of(new Problem.Fault("", String.valueOf(invalid.getMessage()))));
        }
        int status = context.statusCode();
        if (fault == null || status >= 400 && status < 500) {
            return Problem.of(status < 400 ? 500 : status, code(status));
        }
        LOG.error("{} {} failed", context.request().method(), context.request().path(), fault);
        return Problem.of(500, "internal");
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
            default -> "internal";
        };
    }

    /** The validator names every schema on the way; the places nearest to the fault are what a person needs. */
    private static List<Problem.Fault> faults(OutputUnit output, SchemaValidationException invalid) {
        Set<Problem.Fault> faults = new LinkedHashSet<>();
        collect(output, faults);
        if (faults.isEmpty()) {
            faults.add(new Problem.Fault("", String.valueOf(invalid.getMessage())));
        }
        return faults.stream().limit(SHOWN).toList();
    }

    private static void collect(OutputUnit unit, Set<Problem.Fault> faults) {
        if (unit == null) {
            return;
        }
        if (unit.getErrors() != null && !unit.getErrors().isEmpty()) {
            unit.getErrors().forEach(error -> collect(error, faults));
        } else if (unit.getError() != null && !NOISE.matcher(unit.getError()).find()) {
            faults.add(Unfit.fault(unit));
        }
    }
}
