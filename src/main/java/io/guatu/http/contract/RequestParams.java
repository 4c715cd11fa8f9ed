package io.guatu.http.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.http.problem.Problem;
import io.guatu.http.problem.Unreadable;
import io.guatu.ledger.Json;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a request that fits the contract asks. */
public final class RequestParams {
    private static final String PLACE = RequestParams.class.getName();

    private final Map<String, JsonNode> values;
    private final JsonNode body;

    RequestParams(Map<String, JsonNode> values, JsonNode body) {
        this.values = Map.copyOf(values);
        this.body = body;
    }

    void in(RoutingContext context) {
        context.put(PLACE, this);
    }

    public static RequestParams of(RoutingContext context) {
        return context.get(PLACE);
    }

    public JsonNode body() {
        return body;
    }

    /** A member of the body that is a text, or null. */
    public String said(String member) {
        return body.path(member).textValue();
    }

    /** @throws Problem 400 when a value fits the contract and still is none of ours */
    public <T> T body(Class<T> type) {
        return read(body, type, "");
    }

    /**
     * @param place of the value in the request, as a JSON pointer
     * @throws Problem 400 when a value fits the contract and still is none of ours
     */
    public static <T> T read(JsonNode value, Class<T> type, String place) {
        try {
            return Json.MAPPER.treeToValue(value, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw Unreadable.problem(e, place);
        }
    }

    /** @throws Problem 400 when the id has a good shape and still is none */
    public <T> T path(String name, Function<String, T> id) {
        try {
            return id.apply(values.get(name).textValue());
        } catch (IllegalArgumentException e) {
            throw Problem.of(400, "invalid");
        }
    }

    public long pathNumber(String name) {
        return values.get(name).longValue();
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(JsonNode::textValue);
    }

    /** @throws Problem 400 when it looks like a date and is none */
    public Optional<LocalDate> day(String name) {
        try {
            return text(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw Unreadable.at(name, e);
        }
    }

    public Optional<Long> number(String name) {
        return Optional.ofNullable(values.get(name)).map(JsonNode::longValue);
    }

    public boolean yes(String name) {
        return Optional.ofNullable(values.get(name)).map(JsonNode::booleanValue).orElse(false);
    }

    /** The Idempotency-Key. */
    public String key() {
        return text("Idempotency-Key").orElseThrow(() -> Problem.of(400, "key-missing"));
    }
}
