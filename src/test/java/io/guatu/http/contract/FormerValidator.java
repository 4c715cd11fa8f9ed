package io.guatu.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way requests were measured before: vertx-openapi, which makes a validator for every body and parameter anew. Kept to
 * compare with, and to measure against.
 */
public final class FormerValidator {
    private static final Pattern MISSING = Pattern.compile("required property \"([^\"]+)\"");

    /** What only repeats that something deeper does not fit. */
    private static final Pattern NOISE =
            Pattern.compile("subschema|does not match (\"then\" )?schema|additional properties schema");

    private final OpenAPIContract contract;
    /** One for each operation: who only compares verdicts need not wait for thousands to be made. */
    private final Map<String, Validator> prepared = new HashMap<>();

    public FormerValidator(Vertx vertx) {
        ObjectNode json = Contract.json(new Contract().text()).deepCopy();
        json.remove("security");
        json.remove("servers");
        json.path("paths").forEach(path -> path.forEach(operation -> readable((ObjectNode) operation)));
        ((ObjectNode) json.path("components")).remove("securitySchemes");
        json.at("/components/responses").forEach(response -> ((ObjectNode) response).remove("content"));
        conditional(json);
        contract = OpenAPIContract.from(vertx, new JsonObject(json.toString())).await();
    }

    /**
     * The places that do not fit; read from text, as it was. Empty when all does; and with nothing but an empty text where it
     * said that something does not, and not where.
     */
    public Set<String> body(String operation, String body) {
        return places(prepared.computeIfAbsent(operation, this::validator), body);
    }

    private Validator validator(String operation) {
        JsonSchema schema = contract.operation(operation)
                .getRequestBody()
                .getContent()
                .get("application/json")
                .getSchema();
        return contract.getSchemaRepository().validator(schema);
    }

    private static Set<String> places(Validator validator, String body) {
        OutputUnit output = validator.validate(Json.decodeValue(body));
        Set<String> places = new TreeSet<>();
        if (!output.getValid()) {
            collect(output, places);
            if (places.isEmpty()) {
                places.add("");
            }
        }
        return places;
    }

    /** All that was done to a request: its body was read and measured, and so were its parameters. */
    public int request(String operation, byte[] body, Map<String, String> parameters) {
        int faults = places(validator(operation), new String(body, StandardCharsets.UTF_8))
                .size();
        for (Parameter parameter : contract.operation(operation).getParameters()) {
            String sent = parameters.get(parameter.getName());
            if (sent != null) {
                OutputUnit output = contract.getSchemaRepository()
                        .validator(parameter.getSchema())
                        .validate(sent);
                faults += output.getValid() ? 0 : 1;
            }
        }
        return faults;
    }

    private static void collect(OutputUnit unit, Set<String> places) {
        if (unit.getErrors() != null && !unit.getErrors().isEmpty()) {
            unit.getErrors().forEach(error -> collect(error, places));
        } else if (unit.getError() != null && !NOISE.matcher(unit.getError()).find()) {
            String place = unit.getInstanceLocation() == null
                    ? ""
                    : unit.getInstanceLocation().replaceFirst("^#/?", "/");
            Matcher field = MISSING.matcher(unit.getError());
            places.add(place + (field.find() ? (place.endsWith("/") ? "" : "/") + field.group(1) : ""));
        }
    }

    /** It refuses to know media types other than JSON. */
    private static void readable(ObjectNode operation) {
        operation.remove("security");
        JsonNode body = operation.path("requestBody");
        if (!body.isMissingNode() && !body.path("content").has("application/json")) {
            operation.remove("requestBody");
        }
        operation.path("responses").forEach(response -> {
            if (response.has("content") && !response.path("content").has("application/json")) {
                ((ObjectNode) response).remove("content");
            }
        });
    }

    /** It knows no discriminator: each kind was an {@code if} of its own. */
    private static void conditional(JsonNode node) {
        if (node instanceof ObjectNode schema && schema.has("oneOf") && schema.has("discriminator")) {
            schema.remove("oneOf");
            ArrayNode all = schema.putArray("allOf");
            ArrayNode kinds = schema.putObject("properties")
                    .putObject("kind")
                    .put("type", "string")
                    .putArray("enum");
            for (Map.Entry<String, JsonNode> kind :
                    schema.path("discriminator").path("mapping").properties()) {
                kinds.add(kind.getKey());
                ObjectNode rule = all.addObject();
                rule.putObject("if").putObject("properties").putObject("kind").put("const", kind.getKey());
                rule.putObject("then").set("$ref", kind.getValue());
            }
            schema.remove("discriminator");
        }
        node.forEach(FormerValidator::conditional);
    }
}
