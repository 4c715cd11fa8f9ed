package io.guatu.bridge;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.guatu.access.Claims;
import io.guatu.access.Principal;
import io.guatu.ledger.Json;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** One socket: who is at the other end, how much it says, and its way out. */
final class Connection implements Viewer {
    /** Of WebSocket itself: the server goes down. */
    static final int GOING_AWAY = 1001;

    static final String STOPPING = "stopping";

    /** What somebody may say before the first message with a good token. */
    private static final int STRANGER_SAYS = 16;

    /** In signs of life: a line that took nothing for so long, or said nothing though it was pinged, has nobody at its end. */
    private static final int STUCK = 9;

    private static final int PING = 3;
    /** What was dropped of a line that says too much, before it is closed; one a second is forgiven. */
    private static final int DROPPED = 200;

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
    private final Bucket forgiven = Bucket.builder()
            .addLimit(Bandwidth.builder()
                    .capacity(DROPPED)
                    .refillGreedy(1, Duration.ofSeconds(1))
                    .build())
            .build();
    private final String address;
    private final Traffic traffic;
    private final long stuckNanos;
    private final long pingNanos;
    private Runnable named = () -> {};
    private Principal principal;
    private boolean closing;
    private int strange;
    private long waiting;
    private long moved = System.nanoTime();
    private long heard = System.nanoTime();
    private long pinged = System.nanoTime();

    /** @param address of whoever is at the other end @param life between two signs of it */
    Connection(SockJSSocket socket, Instant opened, String address, Duration life, Traffic traffic) {
        this.traffic = traffic;
        this.stuckNanos = life.multipliedBy(STUCK).toNanos();
        this.pingNanos = life.multipliedBy(PING).toNanos();
        this.socket = socket;
        this.opened = opened;
        this.address = address;
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

    String address() {
        return address;
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
        if (principal == null) {
            principal = who;
            named.run();
        } else if (isNewer(who.claims(), principal.claims())) {
            principal = who;
        }
        return true;
    }

    /** Called once, when it is known whom it speaks for. */
    void named(Runnable handler) {
        named = handler;
    }

    /** A token's dates are whole seconds: of two of the same second the longer one. */
    private static boolean isNewer(Claims one, Claims other) {
        return one.issued().isAfter(other.issued())
                || one.issued().equals(other.issued()) && one.expires().isAfter(other.expires());
    }

    @Override
    public boolean full() {
        return outlet.full();
    }

    /** Whether the next message is read at all: a page never says so much. */
    boolean hears() {
        return principal == null ? ++strange <= STRANGER_SAYS : messages.tryConsume(1);
    }

    /** Whether so much was dropped of what it says that it is no viewer. */
    boolean floods() {
        return principal != null && !forgiven.tryConsume(1);
    }

    /** Something came in: whoever is there reads what is sent, or at least answers to it. */
    void spoke() {
        heard = System.nanoTime();
    }

    /**
     * Whether bytes wait, the bridge's own answers included, and none has left for a long time; or nobody has answered to a
     * ping, as every browser does below its pages, whatever these do.
     */
    boolean stuck() {
        long now = System.nanoTime();
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer(); // null once closed
        long left = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        if (channel.isWritable() || left < waiting) {
            moved = now;
        }
        waiting = left;
        if (now - heard > pingNanos && now - pinged > pingNanos) {
            pinged = now;
            channel.writeAndFlush(new PingWebSocketFrame());
        }
        return now - moved > stuckNanos || now - heard > stuckNanos;
    }

    /** Called when a line that was full has drained: everything written has left for the network. */
    void drained(Runnable handler) {
        outlet.drained(handler);
    }

    @Override
    public void pass(Message message) {
        if (!closing) {
            outlet.write(message);
        }
    }

    @Override
    public void write(Message message) {
        pass(message);
        message.release();
    }

    void close(Ending why) {
        traffic.ended(why);
        close(why.code(), Json.kebab(why));
    }

    /** Its access goes on, at whichever node is there next. */
    void leave() {
        close(GOING_AWAY, STOPPING);
    }

    /** A browser that gets a frame behind the word of the end takes the line for broken, and forgets the word. */
    private void close(int code, String word) {
        closing = true;
        socket.close(code, word);
    }

    /** Without a word, which nobody would read. */
    void cut() {
        channel.close();
    }

    /** With a word for who reads again at this moment; whether or not it is read, the line is gone. */
    void cut(Ending why) {
        channel.eventLoop().execute(() -> close(why)); // one that is just being opened cannot be closed yet
        channel.eventLoop().schedule((Runnable) this::cut, 1, TimeUnit.SECONDS);
    }
}
