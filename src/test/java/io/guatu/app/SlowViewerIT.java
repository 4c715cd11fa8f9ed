package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** One viewer stops reading among many: memory stays flat, the others do not notice, and it catches up when it reads. */
class SlowViewerIT {
    private static final int UPDATES = 2_500;
    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void a_viewer_that_stops_reading_costs_nothing_and_is_brought_back_by_one_frame() throws Exception {
        try (TestBoard board = TestBoard.start();
                Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4 * 1024);
            slow.connect(new InetSocketAddress("127.0.0.1", board.port()));
            shake(slow);
            send(
                    slow,
                    "{\"type\":\"register\",\"address\":\"board.live\",\"headers\":{\"Authorization\":\"Bearer "
                            + board.screen("hall") + "\"}}");
            TestViewer quick = new TestViewer(board.port(), board.screen("hall"), null).connect();
            TestBoard.await("synced", () -> quick.seq() > 0);
            long before = used();
            TestClient zhao = board.as(board.person("zhao"));
            String note = "很长的说明".repeat(90);
            long last = 0;
            for (int i = 0; i < UPDATES; i++) {
                last = zhao.tell("park", "{\"kind\":\"still-true\",\"note\":\"" + note + "\"}")
                        .json()
                        .path("seq")
                        .asLong();
            }
            long end = last;
            TestBoard.await("the quick one is there", () -> quick.seq() >= end);
            long grown = used() - before;
            assertTrue(grown < 24 * MEGABYTE, "the heap grew by " + grown / MEGABYTE + " MiB");
            Read read = readUntil(slow, end);
            assertEquals(end, read.seq(), "the slow one catches up when it reads again");
            assertTrue(read.frames() < UPDATES, "frames were skipped for it: " + read.frames() + " of " + UPDATES);
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void shake(Socket socket) throws IOException {
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

    /** One masked text frame; the mask is zero. */
    private static void send(Socket socket, String text) throws IOException {
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

    private record Read(long seq, int frames) {}

    private static Read readUntil(Socket socket, long seq) throws IOException {
        socket.setSoTimeout(10_000);
        InputStream in = socket.getInputStream();
        long seen = 0;
        int frames = 0;
        try {
            while (seen < seq) {
                int opcode = in.read() & 15;
                long length = in.read() & 127;
                int extra = length == 126 ? 2 : length == 127 ? 8 : 0;
                for (int i = 0; i < extra; i++) {
                    length = (i == 0 ? 0 : length << 8) | in.read();
                }
                byte[] payload = in.readNBytes((int) length);
                if (opcode == 1 || opcode == 2) {
                    JsonNode message = Json.read(new String(payload, StandardCharsets.UTF_8), JsonNode.class);
                    frames++;
                    seen = Math.max(seen, message.path("body").path("seq").asLong());
                }
            }
        } catch (SocketTimeoutException e) {
            return new Read(seen, frames);
        }
        return new Read(seen, frames);
    }
}
