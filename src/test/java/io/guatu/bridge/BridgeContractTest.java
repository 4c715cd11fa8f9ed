package io.guatu.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guatu.board.SiteCard;
import io.guatu.http.contract.Contract;
import io.guatu.ledger.Json;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The contract of the bridge is an AsyncAPI 3 document of which every part is there, and says what the bridge does. */
class BridgeContractTest {
    private static final JsonNode BRIDGE = BridgeContract.JSON;
    private static final JsonNode HTTP = Contract.json(new Contract().text());

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(Json::kebab).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void it_has_the_shape_of_asyncapi_3() {
        assertEquals("3.0.0", BRIDGE.path("asyncapi").asText());
        only(BRIDGE, "asyncapi", "info", "defaultContentType", "servers", "channels", "operations", "components");
        only(BRIDGE.path("info"), "title", "version", "license", "description");
        only(BRIDGE.path("components"), "messages", "schemas");
        for (JsonNode server : BRIDGE.path("servers")) {
            only(server, "host", "pathname", "protocol", "description", "variables");
            assertTrue(server.has("host") && server.has("protocol"));
        }
        for (JsonNode channel : BRIDGE.path("channels")) {
            only(channel, "address", "description", "parameters", "messages");
            channel.path("messages").forEach(message -> only(message, "$ref"));
            Set<String> placeholders = channel.path("address").asText().contains("{") ? Set.of("project") : Set.of();
            assertEquals(placeholders, names(channel.path("parameters")));
        }
        for (JsonNode message : BRIDGE.at("/components/messages")) {
            only(message, "summary", "payload", "examples");
            message.path("examples").forEach(example -> only(example, "name", "summary", "payload"));
        }
    }

    /** An operation names the channel it is on, and only messages of that channel; so does its reply. */
    @Test
    void operations_are_on_channels_that_carry_their_messages() {
        for (JsonNode operation : BRIDGE.path("operations")) {
            only(operation, "action", "channel", "summary", "messages", "reply");
            assertTrue(
                    Set.of("send", "receive").contains(operation.path("action").asText()));
            carried(operation);
            if (operation.has("reply")) {
                only(operation.path("reply"), "address", "channel", "messages");
                carried(operation.path("reply"));
            }
        }
    }

    private static void carried(JsonNode operation) {
        String channel = operation.at("/channel/$ref").asText();
        assertTrue(channel.startsWith("#/channels/"), channel);
        assertFalse(operation.path("messages").isEmpty());
        for (JsonNode message : operation.path("messages")) {
            assertTrue(message.path("$ref").asText().startsWith(channel + "/messages/"), message::toString);
        }
    }

    private static void only(JsonNode object, String... known) {
        Set<String> others = names(object);
        others.removeAll(Set.of(known));
        others.removeIf(name -> name.startsWith("x-"));
        assertEquals(Set.of(), others);
    }

    @Test
    void all_that_it_refers_to_is_there() {
        List<String> missing = new ArrayList<>();
        for (JsonNode reference : BRIDGE.findValues("$ref")) {
            String[] place = reference.asText().split("#", 2);
            JsonNode document = place[0].isEmpty() ? BRIDGE : place[0].equals("openapi.yaml") ? HTTP : null;
            if (document == null || document.at(place[1]).isMissingNode()) {
                missing.add(reference.asText());
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void its_examples_are_what_its_schemas_say() {
        int examples = 0;
        for (JsonNode message : BRIDGE.at("/components/messages")) {
            String schema = message.at("/payload/$ref").asText().replaceFirst(".*/", "");
            for (JsonNode example : message.path("examples")) {
                assertEquals(List.of(), BridgeContract.faults(schema, example.path("payload")));
                examples++;
            }
        }
        assertTrue(examples > 8);
    }

    @Test
    void its_addresses_refusals_and_close_codes_are_those_of_the_program() {
        Set<String> addresses = BRIDGE.path("channels").findValues("address").stream()
                .filter(address -> !address.isNull())
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
        String site = Addresses.PROJECT_LIVE.replace("\\.", ".").replaceFirst("\\(.*\\)", "{project}");
        assertEquals(
                new TreeSet<>(List.of(Addresses.BOARD_LIVE, Addresses.BOARD_SYNC, Addresses.SCREEN_HEARTBEAT, site)),
                addresses);
        JsonNode refusal = BRIDGE.at("/components/schemas/Refusal/properties");
        assertEquals(words(Denial.values()), texts(refusal.at("/message/enum")));
        assertEquals(
                Arrays.stream(Denial.values()).map(Denial::code).collect(Collectors.toSet()),
                StreamSupport.stream(refusal.at("/failureCode/enum").spliterator(), false)
                        .map(JsonNode::asInt)
                        .collect(Collectors.toSet()));
        Map<Integer, Set<String>> closing = new TreeMap<>();
        closing.put(Connection.GOING_AWAY, Set.of(Connection.STOPPING));
        for (Ending why : Ending.values()) {
            closing.computeIfAbsent(why.code(), first -> new TreeSet<>()).add(Json.kebab(why));
        }
        Map<Integer, Set<String>> written = new TreeMap<>();
        BRIDGE.at("/info/x-close-codes")
                .forEach(code -> written.put(code.path("code").asInt(), texts(code.path("reasons"))));
        assertEquals(closing, written);
    }

    /** What a contractor sees is what is written there, and nothing else: a member more is a fault, in a whole and in a change. */
    @Test
    void a_site_card_has_the_members_of_its_schema_and_no_others() {
        Set<String> members = Arrays.stream(SiteCard.class.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(members, names(HTTP.at("/components/schemas/SiteCard/properties")));
        assertEquals(
                members,
                texts(BRIDGE.at("/components/schemas/SiteItemsDelta/properties/items/items/propertyNames/enum")));
        ObjectNode frame = Json.MAPPER.createObjectNode();
        frame.put("epoch", "00000000-0000-0000-0000-000000000001")
                .put("day", "2026-11-23")
                .put("seq", 2)
                .put("seal", "0123456789ab")
                .put("prev", 1)
                .put("prevSeal", "0123456789ab");
        ObjectNode change = frame.putObject("delta")
                .putObject("cards")
                .putArray("items")
                .addObject()
                .put("id", "road");
        assertEquals(List.of(), BridgeContract.frame(frame, true));
        change.putArray("pending");
        assertFalse(BridgeContract.frame(frame, true).isEmpty());
        assertEquals(List.of(), BridgeContract.frame(frame, false));
    }
}
