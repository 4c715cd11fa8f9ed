package io.guatu.http.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.StrictJson;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ContractTest {
    private static Set<String> update(String body) {
        return Measured.body("postUpdate", StrictJson.read(body.replace('\'', '"')));
    }

    @Test
    void what_is_wrong_is_said_of_the_kind_that_is_meant_and_at_its_place() {
        assertEquals(Set.of(), update("{'kind':'still-true'}"));
        assertEquals(Set.of("/kind"), update("{}"));
        assertEquals(Set.of("/kind"), update("{'kind':'nothing'}"));
        assertEquals(Set.of("/kind"), update("{'kind':7}"));
        assertEquals(Set.of("/"), update("[]"));
        assertEquals(Set.of("/milestone", "/percent", "/asOf"), update("{'kind':'progress-reported','percent':101}"));
        assertEquals(Set.of("/x~1y"), update("{'kind':'still-true','x/y':1}"));
        assertEquals(
                Set.of("/updates/1/reason"),
                Measured.body(
                        "postUpdates",
                        StrictJson.read("{\"updates\":[{\"kind\":\"still-true\"},"
                                + "{\"kind\":\"progress-returned\",\"report\":1}]}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u3000", "\u00a0", "\u200b", "\u202e \u2069", "\ufeff", "\u3164", "\u2028"})
    void a_name_and_a_reason_have_something_to_be_seen(String nothing) {
        String back = "{'kind':'progress-returned','report':1,'reason':'%s'}";
        assertEquals(Set.of(), update(back.formatted(nothing + "请核对\\n" + nothing)));
        assertEquals(Set.of("/reason"), update(back.formatted(nothing)));
        String person = "{'person':'a-b','name':'%s','role':'manager','password':'long enough 1'}".replace('\'', '"');
        assertEquals(Set.of(), Measured.body("addPerson", StrictJson.read(person.formatted("李" + nothing))));
        assertEquals(Set.of("/name"), Measured.body("addPerson", StrictJson.read(person.formatted(nothing))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000%s", "北\\u0008%s", "%s\\u001f", "%s\\u007f", "%1$s\\u000b%1$s\\n"})
    void a_control_character_is_refused_wherever_it_stands(String torn) {
        assertEquals(Set.of("/reason"), returned(torn.formatted("请核对")));
        assertEquals(Set.of("/name"), named(torn.formatted("李")));
    }

    @Test
    void only_what_is_longer_than_a_line_has_line_breaks() {
        for (String broken : new String[] {"请核对\\n", "\\r\\n请\\t核对", "请\\n\\n核对"}) {
            assertEquals(Set.of(), returned(broken));
            assertEquals(Set.of("/name"), named(broken));
        }
        assertEquals(Set.of(), returned("请核对".repeat(160)));
    }

    private static Set<String> returned(String reason) {
        return update("{'kind':'progress-returned','report':1,'reason':'" + reason + "'}");
    }

    private static Set<String> named(String name) {
        String person = "{'person':'a-b','name':'" + name + "','role':'manager','password':'long enough 1'}";
        return Measured.body("addPerson", StrictJson.read(person.replace('\'', '"')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0206-12-31", "1899-12-31", "2206-12-31", "9999-12-31"})
    void a_day_of_another_century_is_a_slip_of_the_finger(String day) {
        String moved = "{'kind':'forecast-moved','milestone':'pit','forecast':'%s','cause':'land','note':'x'}";
        assertEquals(Set.of("/forecast"), update(moved.formatted(day)));
        assertEquals(Set.of(), update(moved.formatted("2099-12-31")));
    }

    /** A photo is never another, and a complaint is no part of the ledger. */
    @Test
    void what_is_carried_away_is_given_by_a_node_that_knows_the_present_alone() {
        Set<String> timeless = Set.of("readPhoto", "readComplaintPage", "readComplaintAnswer");
        List<String> without = new ArrayList<>();
        for (JsonNode path : Contract.json(new Contract().text()).path("paths")) {
            JsonNode read = path.path("get");
            JsonNode content = read.at("/responses/200/content");
            boolean file = !content.isMissingNode() && !content.has("application/json");
            String id = read.path("operationId").asText();
            if (file && !read.path("x-present").asBoolean() && !timeless.contains(id)) {
                without.add(id);
            }
        }
        assertEquals(List.of(), without);
    }

    /** Forms count by it, so that nobody waits for the server to learn that a number has too many. */
    @ParameterizedTest
    @CsvSource({
        "investment-planned, total, 4",
        "quantity-planned, total, 3",
        "progress-reported, done, 3",
        "progress-reported, percent, 2",
        "milestone-planned, weight, 2",
        "site-diary, crew, 0"
    })
    void a_form_knows_how_many_decimals_are_taken(String kind, String name, int decimals) {
        assertEquals(decimals, field(kind, name).path("decimals").asInt(-1));
    }

    @Test
    void of_a_place_any_are_taken() {
        assertTrue(field("project-amended", "site.latitude").path("decimals").isMissingNode());
    }

    private static JsonNode field(String kind, String name) {
        for (JsonNode field :
                StrictJson.read(new Contract().kinds().toString()).path(kind).path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError(kind + " has no " + name);
    }

    /** In YAML a comma ends a text that stands without quotes, and what follows becomes a member of its own. */
    @Test
    void no_half_of_a_sentence_is_a_member() {
        List<Object> halves = new ArrayList<>();
        for (Buffer contract : List.of(new Contract().text(), new Contract().bridge())) {
            halves(new Yaml().load(contract.toString()), halves);
        }
        assertEquals(List.of(), halves);
    }

    private static void halves(Object node, List<Object> found) {
        if (node instanceof Map<?, ?> object) {
            object.forEach((name, value) -> {
                if (value == null && !name.equals("address")) { // which of an AsyncAPI channel may be unknown
                    found.add(name);
                }
                halves(value, found);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(item -> halves(item, found));
        }
    }

    @Test
    void bounds_beside_a_reference_hold_for_parameters_too() {
        String hundred = "k".repeat(100);
        assertEquals(Set.of(), Measured.parameter("postUpdate", "Idempotency-Key", hundred));
        assertEquals(Set.of("fault-maxlength"), Measured.parameter("postUpdate", "Idempotency-Key", hundred + "k"));
        assertEquals(Set.of("fault-maxlength"), Measured.parameter("readEntries", "text", "x".repeat(61)));
        assertEquals(Set.of("fault-minlength"), Measured.parameter("readEntries", "text", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "readBoard, seq, 12, ''",
        "readBoard, seq, x, fault-type",
        "readBoard, seq, 1.5, fault-type",
        "readBoard, seq, -1, fault-minimum",
        "readBoard, seq, 99999999999999999999, fault-maximum",
        "readChanges, fromSeq, 99999999999999999999, fault-maximum",
        "readChanges, from, 2026-02-30, fault-format",
        "readLedger, again, true, ''",
        "readLedger, again, yes, fault-type",
        "readEntries, order, up, fault-enum",
        "readEntries, text, '\"', ''",
        "readEntries, text, 50 %, ''",
    })
    void a_parameter_is_measured_as_what_it_is(String operation, String name, String sent, String rule) {
        assertEquals(rule.isEmpty() ? Set.of() : Set.of(rule), Measured.parameter(operation, name, sent));
    }

    @Test
    void an_id_without_end_is_too_long_and_nothing_worse() {
        String endless = "a" + "-a".repeat(30_000);
        assertEquals(Set.of("fault-maxlength"), Measured.parameter("readProject", "project", endless));
        assertEquals(
                Set.of("/milestone"),
                update("{'kind':'forecast-moved','milestone':'" + endless + "','forecast':'2026-11-11'}"));
    }

    @Test
    void a_type_is_known_by_its_whole_name() {
        assertTrue(MediaType.json("application/json"));
        assertTrue(MediaType.json("Application/JSON ; charset=UTF-8"));
        for (String other : new String[] {
            null,
            "",
            "application/jsonx",
            "application/json-patch+json",
            "text/json",
            "application/json;charset=gbk",
            "application/json; charset",
            "xapplication/json"
        }) {
            assertFalse(MediaType.json(other), other);
        }
    }
}
