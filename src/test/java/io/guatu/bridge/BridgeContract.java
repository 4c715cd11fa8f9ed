package io.guatu.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import io.guatu.http.contract.Contract;
import io.guatu.http.contract.Schemas;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whether what the bridge sends is what its contract says. Every message that a test's viewer gets is measured. */
public final class BridgeContract {
    static final JsonNode JSON;
    private static final Schemas SCHEMAS;
    private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

    static {
        Contract contract = new Contract();
        JSON = Contract.json(contract.bridge());
        // The two as one document, so that what one says of the other's schemas is found.
        JsonNode both = Contract.json(Buffer.buffer(contract.bridge().toString().replace("openapi.yaml#", "#")));
        ObjectNode schemas = (ObjectNode) both.at("/components/schemas");
        Contract.json(contract.text()).at("/components/schemas").properties().forEach(each -> {
            if (schemas.putIfAbsent(each.getKey(), each.getValue()) != null) {
                throw new IllegalStateException(each.getKey() + " is a schema of both contracts");
            }
        });
        SCHEMAS = new Schemas(both);
    }

    private BridgeContract() {}

    /**
     * What is wrong with a message that came in, as it was on the wire.
     *
     * @param site whether who got it is a contractor
     */
    public static List<String> message(JsonNode message, boolean site) {
        if (message.path("type").asText().equals("err")) {
            return faults(message.has("address") ? "Refusal" : "Fault", message);
        }
        String address = message.path("address").asText();
        boolean news = address.equals(Addresses.BOARD_LIVE)
                || Addresses.project(address).isPresent();
        return faults((site ? "Site" : "") + (news ? "News" : "Synced"), message);
    }

    /** What is wrong with a frame, which may not have left yet. */
    public static List<String> frame(JsonNode frame, boolean site) {
        ObjectNode leaving = frame.deepCopy();
        leaving.put("at", "2026-11-23T08:15:30.123Z").put("age", 120);
        String town = frame.has("cards") ? "Frame" : "LiveFrame";
        String own = frame.has("cards") ? "SiteFrame" : "LiveSiteFrame";
        return faults(site ? own : town, leaving);
    }

    static List<String> faults(String schema, JsonNode value) {
        return COMPILED
                .computeIfAbsent(schema, name -> SCHEMAS.at("components", "schemas", name))
                .validate(value)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
