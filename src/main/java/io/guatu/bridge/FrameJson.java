package io.guatu.bridge;

import io.guatu.board.Frame;
import io.guatu.ledger.Json;
import java.nio.charset.StandardCharsets;

/**
 * Frames as bytes. A frame is encoded once and may be kept; only when it leaves, and how long ago the ledger was read by then,
 * is new each time, and stands before what is kept: {@code {"at":"…","age":120,} and then the rest.
 */
public final class FrameJson {
    private FrameJson() {}

    public static byte[] encode(Frame frame) {
        return Json.bytes(frame);
    }

    /** @param encoded a frame, as {@link #encode} made it */
    public static byte[] leaving(byte[] encoded, Leaving now) {
        return between("", encoded, now, "");
    }

    /** The same, between other text. */
    static byte[] between(String before, byte[] encoded, Leaving now, String after) {
        byte[] head = (before + "{" + now.members()).getBytes(StandardCharsets.UTF_8);
        byte[] tail = after.getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + encoded.length - 1 + tail.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(encoded, 1, whole, head.length, encoded.length - 1);
        System.arraycopy(tail, 0, whole, whole.length - tail.length, tail.length);
        return whole;
    }
}
