package io.guatu.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Json;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The one contract: served as it is, and the measure of every request. */
public final class Contract {
    /** It is large, and the same for every node of a program. */
    private static final class Parsed {
        private static final JsonNode JSON = json(resource("/openapi.yaml"));
    }

    private final Buffer text;
    private final Buffer bridge = resource("/asyncapi.yaml");
    private final Buffer kinds;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Operation> open;

    public Contract() {
        text = resource("/openapi.yaml");
        JsonNode contract = Parsed.JSON;
        kinds = Buffer.buffer(Json.write(Kinds.of(contract)));
        Schemas schemas = new Schemas(contract);
        contract.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> operations.add(Operation.of(contract, schemas, path.getKey(), method))));
        open = operations.stream().filter(Operation::open).toList();
    }

    public Buffer text() {
        return text;
    }

    /** What the bridge says and hears; its schemas refer to those of {@link #text()}. */
    public Buffer bridge() {
        return bridge;
    }

    /** What each kind of update holds, by its name, for forms: JSON. */
    public Buffer kinds() {
        return kinds;
    }

    List<Operation> operations() {
        return operations;
    }

    /** Whether who has no token may call what is there. */
    public boolean open(String path) {
        for (Operation operation : open) { // every request is asked this
            if (operation.isAt(path)) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything may be done at a path. */
    public boolean knows(String path) {
        return operations.stream().anyMatch(operation -> operation.isAt(path));
    }

    /** What may be done at a path, as the Allow header says it; what the contract does not know is a page, for reading. */
    public String allowed(String path) {
        String allowed = operations.stream()
                .filter(operation -> operation.isAt(path))
                .map(operation -> operation.method().name())
                .collect(Collectors.joining(", "));
        return allowed.isEmpty() ? "GET, HEAD" : allowed;
    }

    /** A YAML text of ours as JSON. */
    public static JsonNode json(Buffer yaml) {
        Object contract = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml.toString());
        return Json.MAPPER.valueToTree(contract);
    }

    private static Buffer resource(String name) {
        try (InputStream file = Contract.class.getResourceAsStream(name)) {
            return Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
