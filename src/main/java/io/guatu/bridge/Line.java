package io.guatu.bridge;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.guatu.access.Principal;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.time.Duration;
import java.time.Instant;

/**
 * One socket: who is at the other end, and how many bytes wait to go out. The socket's own queue has no bound, so what
 * waits is counted here by the write futures, and a line that is full takes nothing more until it has drained.
 */
final class Line {
    /** What may wait for one socket before frames are skipped; one frame more may be on its way. */
    static final int FULL = 256 * 1024;

    /** RFC 6455 leaves 4000–4999 to applications; 4401 reads like its HTTP cousin. */
    static final int NO_ACCESS = 4401;

    private final SockJSSocket socket;
    private final Instant opened;
    private final Bucket requests = Bucket.builder()
            .addLimit(Bandwidth.builder()
                    .capacity(20)
                    .refillGreedy(5, Duration.ofSeconds(1))
                    .build())
            .build();
    private Principal principal;
    private long waiting;
    private boolean overran;
    private Runnable drained = () -> {};

    Line(SockJSSocket socket, Instant opened) {
        this.socket = socket;
        this.opened = opened;
    }

    Instant opened() {
        return opened;
    }

    /** Null until the first message with a good token. */
    Principal principal() {
        return principal;
    }

    void principal(Principal known) {
        principal = known;
    }

    boolean full() {
        overran |= waiting > FULL;
        return waiting > FULL;
    }

    boolean mayAsk() {
        return requests.tryConsume(1);
    }

    /** Called when a line that was full has drained: everything written has left for the network. */
    void drained(Runnable handler) {
        drained = handler;
    }

    void write(Buffer bytes) {
        int length = bytes.length();
        waiting += length;
        socket.write(bytes).onComplete(written -> {
            waiting -= length;
            if (waiting == 0 && overran) {
                overran = false;
                drained.run();
            }
        });
    }

    void close(String reason) {
        socket.close(NO_ACCESS, reason);
    }
}
