package io.guatu.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A delta as the contract describes it, applied to JSON by somebody who knows nothing else of the board. */
public final class Patch {
    private Patch() {}

    /** {@code was} as it is after the delta; {@code was} itself stays. */
    public static JsonNode applied(JsonNode was, JsonNode delta) {
        if (!delta.isObject()) {
            return delta;
        }
        if (was != null && was.isArray()) {
            return items(was, delta);
        }
        ObjectNode now = was != null && was.isObject() ? was.deepCopy() : JsonNodeFactory.instance.objectNode();
        delta.fields().forEachRemaining(change -> {
            if (change.getValue().isNull()) {
                now.remove(change.getKey());
            } else {
                now.set(change.getKey(), applied(now.get(change.getKey()), change.getValue()));
            }
        });
        return now;
    }

    private static JsonNode items(JsonNode was, JsonNode delta) {
        Map<JsonNode, JsonNode> now = new LinkedHashMap<>();
        was.forEach(item -> now.put(key(item), item));
        delta.path("gone").forEach(now::remove);
        delta.path("items").forEach(item -> now.put(key(item), applied(now.get(key(item)), item)));
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        now.values().forEach(all::add);
        return all;
    }

    private static JsonNode key(JsonNode item) {
        return item.has("id") ? item.get("id") : item.get("seq");
    }
}
