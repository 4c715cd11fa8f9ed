package io.guatu.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.StrictJson;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/**
 * Whether what came in is strictly JSON and looks like a message of the bridge. The bridge reads leniently (comments, members
 * that come twice), and a member of another type than it expects is an exception in its handler.
 */
final class InboundShape {
    private InboundShape() {}

    /** @param framed whether it comes in SockJS's own framing */
    static boolean fits(ByteBuf content, boolean framed) {
        if (!content.isReadable()) {
            return true; // SockJS sends empty frames now and then
        }
        try {
            JsonNode value = StrictJson.read(ByteBufUtil.getBytes(content));
            return framed ? framed(value) : message(value);
        } catch (StrictJson.Malformed e) {
            return false;
        }
    }

    /** In SockJS's own framing a message is a text, or one of a list of texts. */
    private static boolean framed(JsonNode value) {
        if (value.isTextual()) {
            return message(StrictJson.read(value.textValue()));
        }
        if (!value.isArray()) {
            return false;
        }
        for (JsonNode text : value) {
            if (!text.isTextual() || !framed(text)) {
                return false;
            }
        }
        return true;
    }

    private static boolean message(JsonNode value) {
        return value.isObject()
                && textOrNothing(value.path("type"))
                && textOrNothing(value.path("address"))
                && textOrNothing(value.path("replyAddress"));
    }

    private static boolean textOrNothing(JsonNode member) {
        return member.isTextual() || member.isMissingNode() || member.isNull();
    }
}
