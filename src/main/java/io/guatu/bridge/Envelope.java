package io.guatu.bridge;

import io.guatu.ledger.Json;
import io.vertx.core.json.JsonObject;

/** Bridge messages as bytes. A frame is encoded once and the same bytes go to every viewer. Whoever gets one releases it. */
final class Envelope {
    private Envelope() {}

    /** @param frame as {@link FrameJson} encoded it */
    static Message news(String address, byte[] frame, Leaving now) {
        // Addresses and reply addresses are checked to need no escaping.
        String before = "{\"type\":\"rec\",\"address\":\"" + address + "\",\"body\":";
        return Message.of(FrameJson.between(before, frame, now, "}"));
    }

    /** In the bridge's own words, to a message that never reached it. */
    static Message unread() {
        return message(new JsonObject().put("type", "err").put("body", "invalid_json"));
    }

    static Message refusal(String address, Denial denial) {
        return message(new JsonObject()
                .put("type", "err")
                .put("address", address)
                .put("failureCode", denial.code())
                .put("failureType", "RECIPIENT_FAILURE")
                .put("message", Json.kebab(denial)));
    }

    private static Message message(JsonObject body) {
        return Message.of(body.toBuffer().getBytes());
    }
}
