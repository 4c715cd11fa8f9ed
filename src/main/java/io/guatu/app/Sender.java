package io.guatu.app;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A connection that is no line of the bridge, or not yet: says to the {@link Intake} what it takes. Lives on the event loop of its
 * connection; what it holds is the intake's to change.
 */
final class Sender extends ChannelInboundHandlerAdapter {
    /** A short request is kept twice while it grows; how many may send long ones is bounded where they are read. */
    private static final int KEPT_TWICE = 64 * 1024;

    private final Intake intake;
    private final Duration firstRequest;
    private Channel channel;
    private long sent;
    private boolean asked;
    /** What it takes, and what it took when it was closed; under the intake's lock, as is whether it gave way. */
    long holds;

    long leaves;
    boolean gone;
    /** Closes it when it has asked for nothing. */
    private ScheduledFuture<?> late;

    Sender(Intake intake, Duration firstRequest) {
        this.intake = intake;
        this.firstRequest = firstRequest;
    }

    void close() {
        channel.close();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = context.channel();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        intake.youngest(this, Intake.AT_FIRST);
        if (gone) {
            return; // nothing is made for it
        }
        late = context.executor().schedule(() -> channel.close(), firstRequest.toMillis(), TimeUnit.MILLISECONDS);
        context.fireChannelActive();
    }

    /** Its timer is put away: a timer keeps all of a connection in memory, long after it was closed. */
    void asks() {
        asked = true;
        if (late != null) {
            late.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (asked && line()) {
            context.fireChannelRead(message);
            context.pipeline().remove(this);
            return;
        }
        if (message instanceof ByteBuf bytes) {
            int more = bytes.readableBytes();
            if (!intake.take(this, more + Math.max(0, Math.min(more, KEPT_TWICE - sent)))) {
                bytes.release();
                return;
            }
            sent += more;
        }
        context.fireChannelRead(message);
    }

    /** Whether it speaks the other protocol: lines are counted and bounded elsewhere. */
    boolean line() {
        return channel.pipeline().get(WebSocketFrameDecoder.class) != null;
    }

    void answered() {
        sent = 0;
        intake.youngest(this, Intake.ANSWERED);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        asks();
        context.fireChannelInactive();
        intake.freed(this);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        asks();
        intake.freed(this);
    }
}
