package io.guatu.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether an answer is what the contract promises: its status is declared, its JSON fits, it holds nothing undeclared, and a
 * problem's code is among the examples of that answer. Every answer that a test's client gets is measured.
 */
public final class Promised {
    private static final Contract CONTRACT = new Contract();
    private static final JsonNode JSON = Contract.json(CONTRACT.text());
    private static final Schemas SCHEMAS = new Schemas(JSON);
    private static final Map<String, Optional<Schema>> BODIES = new ConcurrentHashMap<>();

    private Promised() {}

    /**
     * What is wrong with the answer; empty when nothing is, or when the contract has no such operation.
     *
     * @param path without the query
     * @param body null when the answer is not JSON
     */
    public static List<String> faults(String method, String path, int status, String type, JsonNode body) {
        for (Map.Entry<String, JsonNode> place : JSON.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : place.getValue().properties()) {
                if (operation.getKey().equalsIgnoreCase(method)
                        && Operation.pattern(place.getKey()).matcher(path).matches()) {
                    return faults(place.getKey(), operation.getKey(), operation.getValue(), status, type, body);
                }
            }
        }
        return List.of();
    }

    private static List<String> faults(
            String path, String method, JsonNode operation, int status, String type, JsonNode body) {
        JsonNode responses = operation.path("responses");
        String name = responses.has(Integer.toString(status)) ? Integer.toString(status) : "default";
        if (name.equals("default") && status < 500) {
            return List.of(status + " is not declared");
        }
        JsonNode content = resolved(responses.path(name)).path("content");
        if (content.isMissingNode() || body == null) {
            return List.of();
        }
        String media = MediaType.of(type);
        if (!content.has(media)) {
            return List.of(media + " is not declared");
        }
        List<String> faults = new ArrayList<>();
        schema(path, method, responses, name, media).ifPresent(schema -> {
            for (Error error : schema.validate(body)) {
                faults.add(error.toString());
            }
        });
        undeclared(content.path(media).path("schema"), body, "", faults);
        JsonNode examples = content.path(media).path("examples");
        if (media.equals("application/problem+json")
                && !examples.has(body.path("code").asText())
                && !examples.has(body.path("code").asText() + "-" + status)) {
            faults.add("no example of " + body.path("code"));
        }
        return faults;
    }

    private static Optional<Schema> schema(String path, String method, JsonNode responses, String name, String media) {
        return BODIES.computeIfAbsent(path + method + name + media, key -> {
            JsonNode response = responses.path(name);
            return Optional.of(
                    response.has("$ref")
                            ? SCHEMAS.at(
                                    "components",
                                    "responses",
                                    response.path("$ref").asText().replaceFirst(".*/", ""),
                                    "content",
                                    media,
                                    "schema")
                            : SCHEMAS.at("paths", path, method, "responses", name, "content", media, "schema"));
        });
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? JSON.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static void undeclared(JsonNode schema, JsonNode value, String path, List<String> found) {
        if (schema.has("$ref")) {
            undeclared(resolved(schema), value, path, found);
        } else if (schema.has("oneOf")) {
            found.addAll(nearest(schema.path("oneOf"), value, path));
        } else if (value.isArray()) {
            value.forEach(item -> undeclared(schema.path("items"), item, path + "/*", found));
        } else if (value.isObject() && schema.has("properties")) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                JsonNode declared = schema.path("properties").path(member.getKey());
                JsonNode others = schema.path("additionalProperties");
                if (!declared.isMissingNode()) {
                    undeclared(declared, member.getValue(), path + "/" + member.getKey(), found);
                } else if (others.isObject()) {
                    undeclared(others, member.getValue(), path + "/*", found);
                } else if (!others.asBoolean()) {
                    found.add("undeclared: " + path + "/" + member.getKey());
                }
            }
        }
    }

    /** Of the alternative that declares most: which one is meant, the schemas themselves say. */
    private static List<String> nearest(JsonNode alternatives, JsonNode value, String path) {
        List<String> least = null;
        for (JsonNode alternative : alternatives) {
            List<String> found = new ArrayList<>();
            undeclared(alternative, value, path, found);
            least = least == null || found.size() < least.size() ? found : least;
        }
        return least;
    }
}
