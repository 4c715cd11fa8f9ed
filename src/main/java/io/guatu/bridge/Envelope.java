package io.guatu.bridge;

import io.guatu.board.Frame;
import io.guatu.ledger.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** Bridge messages as bytes. A frame is encoded once and the same bytes go to every viewer. */
final class Envelope {
    private Envelope() {}

    static Buffer news(String address, Frame frame) {
        // Addresses and reply addresses are checked to need no escaping.
        String text = "{\"type\":\"rec\",\"address\":\"" + address + "\",\"body\":" + Json.write(frame) + "}";
        return Buffer.buffer(text.getBytes(StandardCharsets.UTF_8));
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
