package io.guatu.bridge;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.guatu.access.Claims;
import io.guatu.access.Principal;
import io.guatu.ledger.Json;
import io.netty.channel.Channel;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.time.Duration;
import java.time.Instant;

/** One socket: who is at the other end, how much it says, and its way out. */
final class Connection {
    /** Of WebSocket itself: the server goes down. */
    static final int GOING_AWAY = 1001;

    static final String STOPPING = "stopping";

    /** What somebody may say before the first message with a good token. */
    private static final int STRANGER_SAYS = 16;

    /** A line that took nothing for so long has nobody at its end; browsers ping more often. */
    private static final Duration STUCK = Duration.ofSeconds(90);

    private static final String RAW = "/eventbus/websocket";

    private final SockJSSocket socket;
    private final Channel channel;
    private final Outlet outlet;
    private final Instant opened;
    private final Bucket messages = Bucket.builder()
            .addLimit(Bandwidth.builder()
                    .capacity(40)
                    .refillGreedy(10, Duration.ofSeconds(1))
                    .build())
            .build();
    private Principal principal;
    private int strange;
    private long moved = System.nanoTime();

    Connection(SockJSSocket socket, Instant opened) {
        this.socket = socket;
        this.opened = opened;
        this.channel = ((ConnectionBase) socket.routingContext().request().connection()).channel();
        this.outlet = framed() ? new SockJsOutlet(socket) : new RawOutlet(channel);
        channel.pipeline().addBefore("handler", "intake", new InboundLimit(this));
    }

    /** Whether it speaks in SockJS's framing; the other address is for plain messages. */
    boolean framed() {
        return !socket.uri().startsWith(RAW);
    }

    Instant opened() {
        return opened;
    }

    /** Null until the first message with a good token. */
    Principal principal() {
        return principal;
    }

    /**
     * A line speaks for one: for another it is refused, or else the access of the first could end without the line. The
     * newest token of the same one counts, so that a renewed token extends the line.
     */
    boolean speaksFor(Principal who) {
        if (principal != null && !principal.subject().equals(who.subject())) {
            return false;
        }
        if (principal == null || isNewer(who.claims(), principal.claims())) {
            principal = who;
        }
        return true;
    }

    /** A token's dates are whole seconds: of two of the same second the longer one. */
    private static boolean isNewer(Claims one, Claims other) {
        return one.issued().isAfter(other.issued())
                || one.issued().equals(other.issued()) && one.expires().isAfter(other.expires());
    }

    /** Too much waits to go out, until all of it has left. */
    boolean full() {
        return outlet.full();
    }

    /** Whether the next message is read at all: a page never says so much. */
    boolean hears() {
        return principal == null ? ++strange <= STRANGER_SAYS : messages.tryConsume(1);
    }

    /** Whether bytes wait, the bridge's own answers included, and none has left for a long time. */
    boolean stuck() {
        if (channel.isWritable()) {
            moved = System.nanoTime();
        }
        return System.nanoTime() - moved > STUCK.toNanos();
    }

    /** Called when a line that was full has drained: everything written has left for the network. */
    void drained(Runnable handler) {
        outlet.drained(handler);
    }

    /** Takes the message over: it is released here. */
    void write(Message message) {
        outlet.write(message);
        message.release();
    }

    void close(Ending why) {
        socket.close(Ending.CODE, Json.kebab(why));
    }

    /** Its access goes on, at whichever node is there next. */
    void leave() {
        socket.close(GOING_AWAY, STOPPING);
    }

    /** Without a word, which nobody would read. */
    void cut() {
        channel.close();
    }
}
