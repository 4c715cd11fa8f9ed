package io.guatu.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a request that fits the contract asks. */
final class RequestParams {
    private final ValidatedRequest request;

    private RequestParams(ValidatedRequest request) {
        this.request = request;
    }

    static RequestParams of(RoutingContext context) {
        return new RequestParams(context.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST));
    }

    JsonObject body() {
        return request.getBody().getJsonObject();
    }

    /** @throws Problem 400 when the id has a good shape and still is none */
    <T> T path(String name, Function<String, T> id) {
        try {
            return id.apply(request.getPathParameters().get(name).getString());
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "invalid");
        }
    }

    long pathNumber(String name) {
        return request.getPathParameters().get(name).getLong();
    }

    Optional<String> text(String name) {
        return query(name).map(RequestParameter::getString);
    }

    /** @throws Problem 400 when it looks like a date and is none */
    Optional<LocalDate> day(String name) {
        try {
            return text(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw Unreadable.at(name, e);
        }
    }

    Optional<Long> number(String name) {
        return query(name).map(RequestParameter::getLong);
    }

    boolean yes(String name) {
        return query(name).map(RequestParameter::getBoolean).orElse(false);
    }

    /** The Idempotency-Key. Header names are case-insensitive, and the validator keeps them as it likes. */
    String key() {
        return request.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Idempotency-Key"))
                .map(Map.Entry::getValue)
                .map(RequestParameter::getString)
                .findFirst()
                .orElseThrow(() -> Problem.of(400, "key-missing"));
    }

    private Optional<RequestParameter> query(String name) {
        return Optional.ofNullable(request.getQuery().get(name)).filter(parameter -> !parameter.isNull());
    }
}
