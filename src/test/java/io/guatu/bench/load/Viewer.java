package io.guatu.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A raw WebSocket, as RFC 6455 describes it and no more: it hears whole messages, answers pings. */
public final class Viewer extends Line {
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Ear ear;
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream(0);
    private boolean open;

    public Viewer(Loop loop, Door door, String path, Ear ear) throws IOException {
        super(loop, door);
        this.ear = ear;
        write(bytes("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + door.port() + "\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + "Origin: " + door.scheme() + "://127.0.0.1:" + door.port() + "\r\n\r\n"));
    }

    boolean begun() {
        return open && ear.begun();
    }

    @Override
    void took(ByteBuffer in) throws IOException {
        if (!open && !upgraded(in)) {
            return;
        }
        while (frame(in)) {
            String says = ear.says();
            if (says != null) {
                say(says);
            }
        }
    }

    private boolean upgraded(ByteBuffer in) throws IOException {
        int end = Bytes.indexOf(in, in.position(), in.limit(), Bytes.BLANK_LINE);
        if (end < 0) {
            return false;
        }
        String head = StandardCharsets.US_ASCII
                .decode(in.slice(in.position(), end - in.position()))
                .toString();
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IOException("no WebSocket, but " + head);
        }
        in.position(end + Bytes.BLANK_LINE.length);
        open = true;
        for (String said : ear.greeting()) {
            say(said);
        }
        return true;
    }

    private boolean frame(ByteBuffer in) throws IOException {
        int begin = in.position();
        if (in.remaining() < 2) {
            return false;
        }
        int first = in.get(begin);
        int length = in.get(begin + 1) & 0x7f;
        int head = length == 126 ? 4 : length == 127 ? 10 : 2;
        if (in.remaining() < head) {
            return false;
        }
        if (length == 126) {
            length = in.getShort(begin + 2) & 0xffff;
        } else if (length == 127) {
            length = Math.toIntExact(in.getLong(begin + 2));
        }
        if (in.remaining() < head + length) {
            return false;
        }
        in.position(begin + head + length);
        message((first & 0x80) != 0, first & 0xf, in.slice(begin + head, length));
        return true;
    }

    private void message(boolean last, int kind, ByteBuffer content) throws IOException {
        switch (kind) {
            case PING -> send(PONG, new byte[0]);
            case PONG -> {}
            case CLOSE -> throw new IOException("the server closed a viewer's line: " + why(content));
            default -> {
                if (last && parts.size() == 0) {
                    ear.heard(content);
                    return;
                }
                byte[] part = new byte[content.remaining()];
                content.get(part);
                parts.writeBytes(part);
                if (last) {
                    ByteBuffer whole = ByteBuffer.wrap(parts.toByteArray());
                    parts.reset();
                    ear.heard(whole);
                }
            }
        }
    }

    /** Its number and its word, if it says them. */
    private static String why(ByteBuffer content) {
        return content.remaining() < 2
                ? "it does not say why"
                : content.getShort() + " " + StandardCharsets.UTF_8.decode(content);
    }

    private void say(String text) throws IOException {
        send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A client masks what it sends; a mask of zeros is one. */
    private void send(int kind, byte[] content) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(content.length + 8).put((byte) (0x80 | kind));
        if (content.length < 126) {
            out.put((byte) (0x80 | content.length));
        } else {
            out.put((byte) (0x80 | 126)).putShort((short) content.length);
        }
        write(out.putInt(0).put(content).flip());
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
