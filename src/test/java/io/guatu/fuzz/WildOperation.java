package io.guatu.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An operation of the contract, as it can be asked.
 *
 * @param content what its body may be, by media type; empty when it has none
 */
record WildOperation(String id, String method, String path, List<JsonNode> parameters, JsonNode content) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    static List<WildOperation> all(JsonNode contract) {
        List<WildOperation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> place : contract.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : place.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    List<JsonNode> parameters = new ArrayList<>();
                    place.getValue().path("parameters").forEach(parameters::add);
                    operation.getValue().path("parameters").forEach(parameters::add);
                    all.add(new WildOperation(
                            operation.getValue().path("operationId").asText(),
                            operation.getKey().toUpperCase(Locale.ROOT),
                            place.getKey(),
                            parameters,
                            content(contract, operation.getValue())));
                }
            }
        }
        return all;
    }

    private static JsonNode content(JsonNode contract, JsonNode operation) {
        JsonNode body = operation.path("requestBody");
        return (body.has("$ref") ? contract.at(body.path("$ref").asText().substring(1)) : body).path("content");
    }
}
