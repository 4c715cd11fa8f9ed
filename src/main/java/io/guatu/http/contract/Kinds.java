package io.guatu.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What each kind of update holds, as a form must know it: the names, bounds, lengths and words of the contract, so that no
 * page keeps a list of its own. An object is told part by part ({@code name.zh}).
 */
final class Kinds {
    /** @param topic under which it is offered ({@code x-topic}); null: it is about one thing in a project, or has a page of its own */
    record Kind(String topic, List<Field> fields) {}

    /**
     * One field. What does not apply is null.
     *
     * @param type line, choice, date, number, flag, id, seq (of an entry), photos, or list
     * @param decimals how many a number may have at most; none of a whole one
     * @param options the words that it may be, or of a list, that each in it may be
     * @param shortest in characters, where one is not enough
     * @param longest in characters
     */
    record Field(
            String name,
            String type,
            Boolean optional,
            Integer decimals,
            Integer shortest,
            Integer longest,
            BigDecimal min,
            BigDecimal max,
            List<String> options) {}

    /** What is asked for by an operation of its own, and no update: told as the rest, in kebab-case, under no topic. */
    private static final List<String> ASKED = List.of(
            "GrantAsked",
            "PersonAsked",
            "ScreenAsked",
            "PairingApproval",
            "PasswordAsked",
            "PasswordChange",
            "MessageAsked",
            "ReceiverAsked",
            "OwnMailAsked");

    private final JsonNode contract;

    private Kinds(JsonNode contract) {
        this.contract = contract;
    }

    /** Of all that may be told of a project or of the board, in the contract's order; then what else a form asks for. */
    static Map<String, Kind> of(JsonNode contract) {
        Kinds kinds = new Kinds(contract);
        Map<String, Kind> all = new LinkedHashMap<>();
        for (String family : List.of("Update", "BoardUpdate")) {
            contract.at("/components/schemas/" + family + "/discriminator/mapping")
                    .properties()
                    .forEach(each -> all.put(
                            each.getKey(),
                            kinds.kind(kinds.named(each.getValue().textValue()))));
        }
        for (String asked : ASKED) {
            all.put(kebab(asked), kinds.kind(contract.at("/components/schemas/" + asked)));
        }
        return all;
    }

    private static String kebab(String schema) {
        return schema.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private Kind kind(JsonNode schema) {
        List<Field> fields = new ArrayList<>();
        add(fields, "", schema, false);
        return new Kind(schema.path("x-topic").textValue(), fields);
    }

    private void add(List<Field> fields, String prefix, JsonNode object, boolean optional) {
        List<String> required = texts(object.path("required"));
        object.path("properties").properties().forEach(each -> {
            JsonNode schema = whole(each.getValue());
            String name = prefix + each.getKey();
            boolean free = optional || !required.contains(each.getKey());
            if (schema.has("properties")) {
                add(fields, name + ".", schema, free);
            } else if (!schema.has("const")) {
                fields.add(field(name, schema, free, each.getValue()));
            }
        });
    }

    private Field field(String name, JsonNode schema, boolean optional, JsonNode said) {
        boolean number =
                List.of("number", "integer").contains(schema.path("type").asText());
        return new Field(
                name,
                type(schema, said),
                optional ? true : null,
                decimals(schema),
                schema.path("minLength").asInt() > 1 ? schema.get("minLength").intValue() : null,
                schema.has("maxLength") && !schema.has("format")
                        ? schema.get("maxLength").intValue()
                        : null,
                number && schema.has("minimum") ? schema.get("minimum").decimalValue() : null,
                number && schema.has("maximum") ? schema.get("maximum").decimalValue() : null,
                options(schema));
    }

    private List<String> options(JsonNode schema) {
        JsonNode words = schema.has("enum")
                ? schema.get("enum")
                : whole(schema.path("items")).path("enum");
        return words.isArray() ? texts(words) : null;
    }

    private static String type(JsonNode schema, JsonNode said) {
        if (schema.has("enum")) {
            return "choice";
        }
        if (refersTo(said, "Seq") || refersTo(said, "Id")) {
            return refersTo(said, "Seq") ? "seq" : "id";
        }
        return switch (schema.path("type").asText()) {
            case "number", "integer" -> "number";
            case "boolean" -> "flag";
            case "array" -> refersTo(schema.path("items"), "PhotoId") ? "photos" : "list";
            default -> schema.path("format").asText().equals("date") ? "date" : "line";
        };
    }

    /** A schema with all that it refers to; what stands beside a reference counts too. */
    private JsonNode whole(JsonNode said) {
        if (!said.has("$ref") && !said.has("allOf")) {
            return said;
        }
        ObjectNode all = ((ObjectNode) said).objectNode();
        if (said.has("$ref")) {
            all.setAll((ObjectNode) whole(named(said.get("$ref").textValue())));
        }
        said.path("allOf").forEach(part -> all.setAll((ObjectNode) whole(part)));
        return all.setAll((ObjectNode) said);
    }

    private static Integer decimals(JsonNode schema) {
        return schema.path("type").asText().equals("integer")
                ? Integer.valueOf(0)
                : schema.has("x-decimals") ? schema.get("x-decimals").intValue() : null;
    }

    private JsonNode named(String reference) {
        return contract.at(reference.substring(1));
    }

    private static boolean refersTo(JsonNode said, String name) {
        return said.path("$ref").asText().equals("#/components/schemas/" + name);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
