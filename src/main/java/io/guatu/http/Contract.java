package io.guatu.http;

import io.guatu.ledger.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The one contract: served as it is, and the measure of every request. */
final class Contract {
    private final Buffer text;
    private final Map<String, List<String>> paths = new LinkedHashMap<>();

    Contract() {
        try (InputStream file = Contract.class.getResourceAsStream("/openapi.yaml")) {
            text = Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        json().getJsonObject("paths")
                .forEach(path -> paths.put(
                        path.getKey(),
                        ((JsonObject) path.getValue())
                                .fieldNames().stream()
                                        .map(method -> method.toUpperCase(Locale.ROOT))
                                        .toList()));
    }

    Buffer text() {
        return text;
    }

    private JsonObject json() {
        Map<String, Object> contract = new Yaml(new SafeConstructor(new LoaderOptions())).load(text.toString());
        return new JsonObject(Json.write(contract));
    }

    /**
     * For the validator, which measures requests: it refuses to know {@code application/problem+json} and pictures, and
     * who may call is decided by the one guard in front of all operations.
     */
    Future<OpenAPIContract> forRequests(Vertx vertx) {
        JsonObject json = json();
        json.remove("security");
        json.getJsonObject("paths").forEach(path -> ((JsonObject) path.getValue())
                .forEach(operation -> readable((JsonObject) operation.getValue())));
        json.getJsonObject("components").remove("securitySchemes");
        json.getJsonObject("components")
                .getJsonObject("responses")
                .getJsonObject("Problem")
                .remove("content");
        return OpenAPIContract.from(vertx, json);
    }

    /** What may be done at a path, as the Allow header says it; what the contract does not know is a page, for reading. */
    String allowed(String path) {
        return paths.entrySet().stream()
                .filter(known -> path.matches(known.getKey().replaceAll("\\{[^}]*\\}", "[^/]+")))
                .flatMap(known -> known.getValue().stream())
                .reduce((one, other) -> one + ", " + other)
                .orElse("GET, HEAD");
    }

    private static void readable(JsonObject operation) {
        operation.remove("security");
        JsonObject body = operation.getJsonObject("requestBody");
        if (body != null && !body.getJsonObject("content").containsKey("application/json")) {
            operation.remove("requestBody");
        }
        operation.getJsonObject("responses").forEach(response -> {
            JsonObject content = ((JsonObject) response.getValue()).getJsonObject("content");
            if (content != null && !content.containsKey("application/json")) {
                ((JsonObject) response.getValue()).remove("content");
            }
        });
    }
}
