package io.guatu.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A value of a schema of the contract: mostly one that it allows, at its edges too, and now and then one that it does not. */
final class WildValue {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double OTHER = 0.02;
    private static final int DEEP = 7;
    private static final int LONG = 3_000;

    private final JsonNode contract;
    private final Random random;
    private final List<String> ids;

    /** @param ids of things that are there */
    WildValue(JsonNode contract, Random random, List<String> ids) {
        this.contract = contract;
        this.random = random;
        this.ids = ids;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, 0);
    }

    private JsonNode of(JsonNode given, int depth) {
        JsonNode schema = resolved(given);
        if (depth > 0 && chance(OTHER)) {
            return nothingOfTheKind();
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return any(schema.get("enum"));
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return of(any(schema.get(choice)), depth);
            }
        }
        if (schema.has("allOf") || schema.has("properties") || type(schema).equals("object")) {
            return object(schema, depth);
        }
        return switch (type(schema)) {
            case "array" -> array(schema, depth);
            case "integer", "number" -> number(schema);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "string" -> NODES.textNode(text(schema));
            default -> nothingOfTheKind();
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode made = NODES.objectNode();
        for (JsonNode part : schema.path("allOf")) {
            if (of(part, depth) instanceof ObjectNode members) {
                made.setAll(members);
            }
        }
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            boolean wanted = required.contains(member.getKey()) ? !chance(OTHER) : chance(0.3);
            if (wanted && depth < DEEP) {
                made.set(member.getKey(), of(member.getValue(), depth + 1));
            }
        }
        if (schema.path("additionalProperties").isObject() && chance(0.5)) {
            made.set(chance(0.7) ? id() : WildText.of(random), of(schema.path("additionalProperties"), depth + 1));
        }
        if (chance(OTHER)) {
            made.put(chance(0.5) ? "unknown" : "__proto__", 1);
        }
        return made;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode made = NODES.arrayNode();
        int most = schema.path("maxItems").asInt(3);
        int many = chance(OTHER) ? Math.min(most + 1, 300) : random.nextInt(Math.min(most, 3) + 1);
        for (int i = 0; i < many && depth < DEEP; i++) {
            made.add(of(schema.path("items"), depth + 1));
        }
        return made;
    }

    private JsonNode number(JsonNode schema) {
        BigDecimal least = schema.path("minimum").decimalValue();
        BigDecimal most = schema.has("maximum") ? schema.get("maximum").decimalValue() : BigDecimal.valueOf(1_000);
        BigDecimal between = least.add(most.subtract(least).multiply(BigDecimal.valueOf(random.nextInt(1_001), 3)));
        BigDecimal number =
                switch (random.nextInt(12)) {
                    case 0 -> least;
                    case 1 -> most;
                    case 2 -> least.subtract(BigDecimal.ONE);
                    case 3 -> most.add(BigDecimal.ONE);
                    case 4 -> BigDecimal.valueOf(random.nextInt(3_000));
                    case 5 -> BigDecimal.valueOf(1, 9);
                    case 6 -> new BigDecimal("1e30");
                    default -> between;
                };
        return type(schema).equals("integer") && !chance(OTHER)
                ? NODES.numberNode(number.toBigInteger())
                : NODES.numberNode(number);
    }

    private String text(JsonNode schema) {
        if (chance(0.12)) {
            return WildText.of(random);
        }
        String pattern = schema.path("pattern").asText();
        if (pattern.contains("[0-9]{4}")
                || pattern.contains("\\d{4}")
                || schema.path("format").asText().equals("date")) {
            String day = LocalDate.parse("2026-11-26")
                    .plusDays(random.nextInt(2_000) - 1_000)
                    .toString();
            return pattern.matches(".*\\{2}[^{]*\\{2}.*") || pattern.isEmpty() ? day : day.substring(0, 7);
        }
        if (schema.path("format").asText().equals("uuid")) {
            return "00000000-0000-4000-8000-" + String.format("%012d", random.nextInt(1_000_000));
        }
        if (schema.path("format").asText().equals("date-time")) {
            return "2026-11-26T08:00:00Z";
        }
        if (pattern.contains("a-z")) {
            return id();
        }
        int most = Math.min(schema.path("maxLength").asInt(20), LONG);
        return switch (random.nextInt(6)) {
            case 0 -> "甲".repeat(most);
            case 1 -> "x".repeat(most + 1);
            default -> "何畈铁路下穿".substring(0, 1 + random.nextInt(6));
        };
    }

    private String id() {
        return chance(0.85) ? ids.get(random.nextInt(ids.size())) : "x-" + random.nextInt(9);
    }

    private JsonNode nothingOfTheKind() {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextInt(5) - 2);
            case 2 -> NODES.numberNode(new BigDecimal("1e400"));
            case 3 -> NODES.booleanNode(true);
            case 4 -> NODES.arrayNode().add(NODES.arrayNode());
            case 5 -> NODES.objectNode();
            default -> NODES.textNode(WildText.of(random));
        };
    }

    /** What a reference stands for. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(contract.at(node.path("$ref").asText().substring(1)))
                : node;
    }

    private static String type(JsonNode schema) {
        return schema.path("type").isArray()
                ? schema.path("type").get(0).asText()
                : schema.path("type").asText();
    }

    private JsonNode any(JsonNode of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
