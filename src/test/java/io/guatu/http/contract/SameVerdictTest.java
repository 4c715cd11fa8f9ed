package io.guatu.http.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guatu.ledger.StrictJson;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The prepared schemas let through and refuse what the former validator did, and name the same places: on the contract's own
 * examples with something changed in each.
 */
class SameVerdictTest {
    private static Vertx vertx;
    private static FormerValidator former;

    @BeforeContainer
    static void start() {
        vertx = Vertx.vertx();
        former = new FormerValidator(vertx);
    }

    @AfterContainer
    static void stop() {
        vertx.close().await();
    }

    record Sent(String operation, JsonNode body) {}

    @Property(tries = 4_000)
    void what_was_refused_is_refused_at_the_same_places(@ForAll("requests") Sent sent) {
        String text = sent.body().toString();
        Set<String> before = former.body(sent.operation(), text);
        Map<String, String> now = Measured.faults(sent.operation(), StrictJson.read(text));
        // Of a member that the contract does not know, the former said that something is wrong, and not where.
        Set<String> known = now.keySet().stream()
                .filter(place -> !now.get(place).equals("fault-additionalproperties"))
                .collect(Collectors.toSet());
        assertEquals(before.isEmpty(), now.isEmpty(), () -> sent.operation() + " " + text + " " + now);
        // Without a kind it said what each kind wants.
        boolean nothingMeant = now.entrySet().stream()
                .anyMatch(fault ->
                        fault.getKey().endsWith("/kind") && fault.getValue().equals("fault-required"));
        if (nothingMeant) {
            assertTrue(before.containsAll(known), () -> sent.operation() + " " + text + " " + now);
        } else {
            assertEquals(
                    innermost(before, now.keySet()),
                    innermost(known, now.keySet()),
                    () -> sent.operation() + " " + text + " " + now);
        }
    }

    /** One of them also names what a place lies in: that says nothing more. */
    private static Set<String> innermost(Set<String> places, Set<String> all) {
        return places.stream()
                .filter(place -> all.stream().noneMatch(inner -> inner.startsWith(place + "/")))
                .collect(Collectors.toSet());
    }

    @Provide
    Arbitrary<Sent> requests() {
        Arbitrary<Sent> example = Arbitraries.of(examples());
        Arbitrary<List<Change>> changes = Combinators.combine(
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(0, 3),
                        values())
                .as(Change::new)
                .list()
                .ofMinSize(0)
                .ofMaxSize(3);
        return Combinators.combine(example, changes).as(SameVerdictTest::changed);
    }

    /** @param where which member, counted through the whole body; how: 0 removes it, 1 adds another beside it, else replaces */
    record Change(int where, int how, JsonNode value) {}

    private static Arbitrary<JsonNode> values() {
        // No 1e15: a whole number, as JSON Schema counts, which the former took for none when it was written so.
        List<String> texts = new ArrayList<>(
                List.of("null", "true", "7", "-1", "0", "0.5", "100", "100.01", "101", "9007199254740992", "[]", "{}"));
        for (String text : List.of(
                "",
                "x",
                "Ab C",
                "a-b",
                "a--b",
                "-a",
                "2026-02-28",
                "2026-02-30",
                "2026-2-3",
                "2026-13-01",
                "12",
                "land",
                "still-true",
                "works",
                "张",
                "行\\n行",
                "\\u0007",
                "0123456789abcdef0123456789abcdef")) {
            texts.add('"' + text + '"');
        }
        for (int length : new int[] {40, 41, 64, 65, 80, 81, 120, 500, 501, 1001}) {
            texts.add('"' + "w".repeat(length) + '"');
        }
        texts.add("[\"a\",\"a\"]");
        texts.add("[1,1]");
        texts.add("{\"zh\":\"张\",\"en\":\"\"}");
        texts.add("{\"latitude\":91,\"longitude\":-181}");
        return Arbitraries.of(texts).map(StrictJson::read);
    }

    private static List<Sent> examples() {
        JsonNode contract = Contract.json(new Contract().text());
        List<Sent> all = new ArrayList<>();
        contract.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    JsonNode json = operation.at("/requestBody/content/application~1json");
                    String id = operation.path("operationId").asText();
                    if (json.has("example")) {
                        all.add(new Sent(id, json.path("example")));
                    }
                    json.path("examples").forEach(example -> all.add(new Sent(id, example.path("value"))));
                }));
        return all;
    }

    private static Sent changed(Sent sent, List<Change> changes) {
        JsonNode body = sent.body().deepCopy();
        for (Change change : changes) {
            List<ObjectNode> objects = new ArrayList<>();
            collect(body, objects);
            List<Map.Entry<ObjectNode, String>> members = new ArrayList<>();
            objects.forEach(
                    object -> object.fieldNames().forEachRemaining(name -> members.add(Map.entry(object, name))));
            if (members.isEmpty()) {
                continue;
            }
            Map.Entry<ObjectNode, String> chosen = members.get(change.where() % members.size());
            switch (change.how()) {
                case 0 -> chosen.getKey().remove(chosen.getValue());
                case 1 -> chosen.getKey().set("another", change.value());
                default -> chosen.getKey().set(chosen.getValue(), change.value());
            }
        }
        return new Sent(sent.operation(), body);
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> collect(child, objects));
        }
    }
}
