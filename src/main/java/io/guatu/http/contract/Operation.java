package io.guatu.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One operation of the contract.
 *
 * @param path matches the whole path of a request; a parameter of the path is a group of its name
 * @param open whether who has no token may call it
 * @param present whether what it answers is carried away, and so is given by a node that knows the present alone
 * @param body the measure of its JSON body, or null when it takes none that is JSON
 * @param types of the body that it takes, whole and in lower case; none where it takes no body
 */
public record Operation(
        String id,
        HttpMethod method,
        Pattern path,
        boolean open,
        boolean present,
        List<Parameter> parameters,
        Schema body,
        Set<String> types) {
    public Operation {
        parameters = List.copyOf(parameters);
        types = Set.copyOf(types);
    }

    boolean isAt(String asked) {
        return path.matcher(asked).matches();
    }

    static Operation of(JsonNode contract, Schemas schemas, String path, String method) {
        JsonNode operation = contract.path("paths").path(path).path(method);
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < operation.path("parameters").size(); i++) {
            parameters.add(parameter(contract, schemas, path, method, i));
        }
        JsonNode json = operation.at("/requestBody/content/application~1json");
        Schema body = json.isMissingNode()
                ? null
                : schemas.at("paths", path, method, "requestBody", "content", "application/json", "schema");
        JsonNode security = operation.path("security");
        return new Operation(
                operation.path("operationId").asText(),
                HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
                pattern(path),
                security.isArray() && security.isEmpty(),
                operation.path("x-present").asBoolean(),
                parameters,
                body,
                operation.at("/requestBody/content").properties().stream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    private static Parameter parameter(JsonNode contract, Schemas schemas, String path, String method, int place) {
        JsonNode parameter = contract.path("paths")
                .path(path)
                .path(method)
                .path("parameters")
                .path(place);
        Schema schema;
        if (parameter.has("$ref")) {
            String name = parameter.path("$ref").asText().replaceFirst(".*/", "");
            parameter = contract.path("components").path("parameters").path(name);
            schema = schemas.at("components", "parameters", name, "schema");
        } else {
            schema = schemas.at("paths", path, method, "parameters", place, "schema");
        }
        return new Parameter(
                parameter.path("name").asText(),
                Parameter.In.valueOf(parameter.path("in").asText().toUpperCase(Locale.ROOT)),
                parameter.path("required").asBoolean(),
                text(contract, parameter.path("schema")),
                schema);
    }

    private static boolean text(JsonNode contract, JsonNode schema) {
        return schema.has("$ref")
                ? text(contract, contract.at(schema.path("$ref").asText().substring(1)))
                : schema.path("type").asText().equals("string");
    }

    static Pattern pattern(String path) {
        String[] parts = path.split("(?=\\{)|(?<=\\})");
        StringBuilder regex = new StringBuilder();
        for (String part : parts) {
            regex.append(
                    part.startsWith("{")
                            ? "(?<" + part.substring(1, part.length() - 1) + ">[^/]+)"
                            : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString());
    }
}
