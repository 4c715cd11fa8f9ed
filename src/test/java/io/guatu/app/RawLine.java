package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A WebSocket by hand, which reads only when it is told to. */
final class RawLine {
    private final Socket socket;

    RawLine(Socket socket) throws IOException {
        this.socket = socket;
        String request =
                "GET /eventbus/websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        assertTrue(head.toString().contains(" 101 "), head.toString());
    }

    /** One masked text frame of up to 64 KiB; the mask is zero. */
    void say(String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x81);
        frame.write(0x80 | 126);
        frame.write(payload.length >> 8);
        frame.write(payload.length);
        frame.write(new byte[4]);
        frame.write(payload);
        socket.getOutputStream().write(frame.toByteArray());
    }

    JsonNode read() throws IOException {
        return Json.read(new String(next(), StandardCharsets.UTF_8), JsonNode.class);
    }

    /** The next message; pings and the like are passed over. */
    byte[] next() throws IOException {
        InputStream in = socket.getInputStream();
        while (true) {
            int first = in.read();
            if (first < 0) {
                throw new IOException("the line has ended");
            }
            int opcode = first & 15;
            long length = in.read() & 127;
            int extra = length == 126 ? 2 : length == 127 ? 8 : 0;
            for (int i = 0; i < extra; i++) {
                length = (i == 0 ? 0 : length << 8) | in.read();
            }
            byte[] payload = in.readNBytes((int) length);
            if (opcode == 1 || opcode == 2) {
                return payload;
            }
        }
    }
}
