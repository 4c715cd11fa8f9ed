package io.guatu.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that is kept open and says one thing after the other: the next when the one before was answered. */
public final class Writer extends Line {
    /** Told of each answer: which, how long it took. */
    public interface Answered {
        void answered(Writer writer, int status, String body, long nanos);
    }

    private final Answered answered;
    private long sent;
    private boolean waiting;

    public Writer(Loop loop, Door door, Answered answered) throws IOException {
        super(loop, door);
        this.answered = answered;
    }

    public boolean waiting() {
        return waiting;
    }

    public void send(byte[] request) throws IOException {
        sent = System.nanoTime();
        waiting = true;
        write(ByteBuffer.wrap(request));
    }

    /** A POST as a browser would send it. */
    public static byte[] post(int port, String path, String token, String key, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length
                        + (token == null ? "" : "\r\nAuthorization: Bearer " + token)
                        + (key == null ? "" : "\r\nIdempotency-Key: " + key) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + content.length)
                .put(head)
                .put(content)
                .array();
    }

    @Override
    void took(ByteBuffer in) throws IOException {
        int begin = in.position();
        int end = Bytes.indexOf(in, begin, in.limit(), Bytes.BLANK_LINE);
        if (end < 0) {
            return;
        }
        String head =
                StandardCharsets.ISO_8859_1.decode(in.slice(begin, end - begin)).toString();
        int body = end + Bytes.BLANK_LINE.length;
        int length = length(head);
        if (in.limit() < body + length) {
            return;
        }
        String text = StandardCharsets.UTF_8.decode(in.slice(body, length)).toString();
        in.position(body + length);
        waiting = false;
        answered.answered(this, Integer.parseInt(head.substring(9, 12)), text, System.nanoTime() - sent);
    }

    private static int length(String head) throws IOException {
        int at = head.toLowerCase(Locale.ROOT).indexOf("\r\ncontent-length:");
        if (at < 0) {
            throw new IOException("an answer that does not say how long it is: " + head);
        }
        int end = head.indexOf("\r\n", at + 2);
        return Integer.parseInt(
                head.substring(at + 17, end < 0 ? head.length() : end).trim());
    }
}
