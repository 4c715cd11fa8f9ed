package io.guatu.bridge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Bridge messages as bytes. A frame is encoded once and the same bytes go to every viewer. */
final class Envelope {
    private Envelope() {}

    /** @param frame as {@link FrameJson} encoded it */
    static Buffer news(String address, byte[] frame, Instant at) {
        // Addresses and reply addresses are checked to need no escaping.
        String before = "{\"type\":\"rec\",\"address\":\"" + address + "\",\"body\":";
        return Buffer.buffer(FrameJson.between(before, frame, at, "}"));
    }

    /** In the bridge's own words, to a message that never reached it. */
    static Buffer unread() {
        return new JsonObject().put("type", "err").put("body", "invalid_json").toBuffer();
    }

    static Buffer refusal(String address, int code, String message) {
        return new JsonObject()
                .put("type", "err")
                .put("address", address)
                .put("failureCode", code)
                .put("failureType", "RECIPIENT_FAILURE")
                .put("message", message)
                .toBuffer();
    }
}
