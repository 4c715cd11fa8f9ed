package io.guatu.http.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a generator of clients needs, which nobody misses who only reads. */
class GeneratorsTest {
    private static final JsonNode CONTRACT = Contract.json(new Contract().text());

    /** Of these, nothing is always there: a side may be absent, a milestone not reported, no petition counted. */
    private static final Set<String> MAY_BE_EMPTY = Set.of(
            "Difference",
            "MilestoneView.percent",
            "Petitions",
            "Composition",
            "Funds",
            "MonthParts",
            "MonthPlan",
            "Registered");

    @Test
    void it_has_a_licence_and_a_server() {
        assertTrue(CONTRACT.at("/info/license/identifier").isTextual());
        assertTrue(CONTRACT.at("/servers/0/url").isTextual());
    }

    @Test
    void a_choice_of_kinds_says_by_which_member() {
        Set<String> without = new TreeSet<>();
        CONTRACT.at("/components/schemas").properties().forEach(schema -> {
            if (schema.getValue().has("oneOf")) {
                JsonNode mapping = schema.getValue().at("/discriminator/mapping");
                if (mapping.size() != schema.getValue().path("oneOf").size()) {
                    without.add(schema.getKey());
                }
            }
        });
        assertEquals(Set.of(), without);
    }

    @Test
    void an_answer_says_which_members_are_always_there_and_how_wide_a_seq_is() {
        Answers answers = new Answers();
        operations((id, operation) -> operation.path("responses").properties().forEach(response -> {
            if (response.getKey().startsWith("2")) {
                answers.look(id, response.getValue());
            }
        }));
        assertEquals(MAY_BE_EMPTY, answers.withoutRequired);
        assertEquals(Set.of(), answers.narrow);
        assertTrue(answers.seen.size() > 40, () -> "looked at " + answers.seen);
    }

    @Test
    void every_refusal_has_an_example() {
        Set<String> without = new TreeSet<>();
        operations((id, operation) -> operation.path("responses").properties().forEach(response -> {
            JsonNode json = resolved(response.getValue()).at("/content/application~1problem+json");
            if (response.getKey().matches("[45]..") && !json.has("example") && !json.has("examples")) {
                without.add(id + " " + response.getKey());
            }
        }));
        assertEquals(Set.of(), without);
    }

    /** All answers, with everything they refer to. */
    private static final class Answers {
        private static final Set<String> NUMBERS_OF_ENTRIES = Set.of("seq", "projectSeq", "prev", "ref", "report");

        private final Set<String> seen = new TreeSet<>();
        private final Set<String> withoutRequired = new TreeSet<>();
        private final Set<String> narrow = new TreeSet<>();

        void look(String place, JsonNode node) {
            String reference = node.path("$ref").asText();
            if (!reference.isEmpty() && seen.add(reference)) {
                look(reference.substring(reference.lastIndexOf('/') + 1), resolved(node));
            }
            if (node.path("type").asText().equals("object") && node.has("properties") && !node.has("required")) {
                withoutRequired.add(place);
            }
            node.properties().forEach(member -> {
                String name = member.getKey();
                boolean part = name.equals("properties") || name.equals("items");
                if (!name.startsWith("example")) {
                    look(part ? place : place + "." + name, member.getValue());
                }
            });
            node.path("properties").properties().forEach(member -> {
                boolean whole = member.getValue().path("type").asText().equals("integer");
                if (whole
                        && NUMBERS_OF_ENTRIES.contains(member.getKey())
                        && !member.getValue().path("format").asText().equals("int64")) {
                    narrow.add(place + "." + member.getKey());
                }
            });
            if (node.isArray()) {
                node.forEach(item -> look(place, item));
            }
        }
    }

    private interface Look {
        void at(String id, JsonNode operation);
    }

    private static void operations(Look look) {
        CONTRACT.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.has("operationId")) {
                        look.at(operation.path("operationId").asText(), operation);
                    }
                }));
    }

    private static JsonNode resolved(JsonNode node) {
        JsonNode now = node;
        while (now.has("$ref")) {
            now = CONTRACT.at(now.path("$ref").asText().substring(1));
        }
        return now;
    }
}
