package io.guatu.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The memory of all connections that are no line of the bridge: each takes some by itself, and more for what it has sent and
 * not been answered. A few thousand that began a request and never ended it ended a town. Beyond the bound the one gives way
 * that was answered longest ago, or has asked longest: a browser's idle connection, which it opens again unseen, or nobody's. In
 * the midst of a rush that fills it faster than it is freed, who comes then is closed too, unread, and comes again.
 * It stands where connections are accepted: the server speaks of one only when a whole head was read. For any thread.
 */
@Sharable
final class Intake extends ChannelInboundHandlerAdapter {
    /** As measured: one that has said nothing yet. */
    static final int AT_FIRST = 8 * 1024;

    /** One that was answered, with what that left behind. */
    static final int ANSWERED = 12 * 1024;

    /** Who opens a connection asks for something: browsers open some ahead, and open others when these are gone. */
    private static final Duration FIRST_REQUEST = Duration.ofSeconds(10);

    /** So large a part of the bound may be about to be free. */
    private static final int LEAVING = 2;

    private static final String NAME = "senders";

    private final Set<Sender> eldestFirst = new LinkedHashSet<>();
    private final long most;
    private final Duration firstRequest;
    private volatile long held;
    private volatile long closed;
    /** What those hold that were closed: it is free when their event loop comes to it, after it has read what others sent. */
    private long leaving;

    /** @param most so many bytes @param firstRequest who has not asked by then is gone */
    Intake(long most, Duration firstRequest) {
        this.most = most;
        this.firstRequest = firstRequest;
    }

    /** A fifth of the heap: lines may take two, and the board and those who log in need theirs. */
    static Intake ofThisMachine() {
        return new Intake(Runtime.getRuntime().maxMemory() / 5, FIRST_REQUEST);
    }

    void measured(MeterRegistry registry) {
        Gauge.builder("guatu.connections.bytes", this, self -> self.held)
                .description("What connections that are no line take: so much each, and what was sent and not answered")
                .register(registry);
        FunctionCounter.builder("guatu.connections.closed", this, self -> self.closed)
                .description("Connections that were closed because all of them together took too much")
                .register(registry);
    }

    /** In the pipeline of whoever listens: hears of a connection before anything is made for it. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        ((Channel) accepted).pipeline().addFirst(NAME, new Sender(this, firstRequest));
        context.fireChannelRead(accepted);
    }

    /** It asks, and all that it asks by is read but the body. */
    static void asks(HttpConnection connection) {
        sender(connection).ifPresent(Sender::asks);
    }

    /** What it asked is forgotten, and it is the youngest again. */
    static void answered(HttpConnection connection) {
        sender(connection).ifPresent(Sender::answered);
    }

    private static Optional<Sender> sender(HttpConnection connection) {
        return Optional.ofNullable(
                (Sender) ((ConnectionBase) connection).channel().pipeline().get(NAME));
    }

    /** False: there is no room for it, and nothing more of it is read. */
    synchronized boolean take(Sender sender, long bytes) {
        if (sender.gone) {
            return false;
        }
        sender.holds += bytes;
        held += bytes;
        while (held > most && !eldestFirst.isEmpty()) {
            Sender eldest = eldestFirst.iterator().next();
            if (eldest.line()) {
                forget(eldest);
            } else {
                close(eldest);
            }
        }
        if (held + leaving > most + most / LEAVING && !sender.gone) {
            close(sender);
        }
        return !sender.gone;
    }

    private void close(Sender sender) {
        sender.leaves = sender.holds;
        leaving += sender.leaves;
        closed++;
        forget(sender);
        sender.close();
    }

    /** Its memory is free. */
    synchronized void freed(Sender sender) {
        forget(sender);
        leaving -= sender.leaves;
        sender.leaves = 0;
    }

    synchronized void youngest(Sender sender, long takes) {
        if (!sender.gone) {
            eldestFirst.remove(sender);
            eldestFirst.add(sender);
            take(sender, takes - sender.holds);
        }
    }

    long held() {
        return held;
    }

    private void forget(Sender sender) {
        if (!sender.gone) {
            sender.gone = true;
            held -= sender.holds;
            eldestFirst.remove(sender);
        }
    }
}
