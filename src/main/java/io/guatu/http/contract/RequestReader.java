package io.guatu.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.http.problem.Problem;
import io.guatu.ledger.StrictJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a request and measures it by its operation. Synchronous, and of microseconds for a body of some kilobytes. */
final class RequestReader {
    private static final String KEY = "Idempotency-Key";

    /** Of more faults nobody reads. */
    private static final int SHOWN = 5;

    private RequestReader() {}

    /** @throws Problem 400 or 415 when it does not fit */
    static RequestParams read(RoutingContext context, Operation operation) {
        Map<String, JsonNode> values = new HashMap<>();
        List<Problem.Fault> faults = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            List<String> sent = parameter.sent(context);
            if (sent.size() > 1) {
                faults.add(new Problem.Fault(parameter.name(), "fault-json-twice"));
            } else if (sent.size() == 1) {
                JsonNode value = parameter.value(sent.get(0));
                faults.addAll(parameter.faults(value));
                values.put(parameter.name(), value);
            } else if (parameter.required()) {
                if (parameter.name().equals(KEY)) {
                    throw Problem.of(400, "key-missing");
                }
                faults.add(new Problem.Fault(parameter.name(), "fault-required"));
            }
        }
        JsonNode body = null;
        if (faults.isEmpty() && operation.body() != null) {
            body = body(context);
            faults.addAll(Misfit.of(operation.body(), body, ""));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults.subList(0, Math.min(SHOWN, faults.size())));
        }
        return new RequestParams(values, body);
    }

    private static JsonNode body(RoutingContext context) {
        Buffer sent = context.body().buffer();
        if (sent == null || sent.length() == 0) {
            throw Problem.invalid("/", "fault-required");
        }
        if (!MediaType.json(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
            throw Problem.of(415, "unsupported-media-type");
        }
        try {
            return StrictJson.read(sent.getBytes());
        } catch (StrictJson.Malformed e) {
            throw Problem.invalid(e.place().isEmpty() ? "/" : e.place(), "fault-" + e.rule());
        }
    }
}
