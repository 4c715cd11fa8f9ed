package io.guatu.bridge;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.VoidChannelPromise;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;

/**
 * Writes prepared frames past the socket's own encoder, which would make the same header and the same chain of objects for
 * each of a thousand viewers: what is left of a delivery is little more than the system's call. The frames of the bridge
 * itself still go through the encoder; both are whole frames, so their order does not matter. What waits is read from the
 * channel, the bridge's answers included. On the socket's event loop.
 */
final class RawOutlet implements Outlet {
    private final Channel channel;
    private final ChannelHandlerContext encoder;
    private final VoidChannelPromise nobody;
    private Runnable drained = () -> {};
    private boolean full;

    RawOutlet(Channel channel) {
        this.channel = channel;
        this.encoder = channel.pipeline().context(WebSocketFrameEncoder.class);
        this.nobody = new VoidChannelPromise(channel, false); // a line that broke is closed and said so once, elsewhere
    }

    @Override
    public void write(Message message) {
        encoder.writeAndFlush(message.framed(), nobody);
    }

    @Override
    public boolean full() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer(); // null once closed
        if (!full && waiting != null && waiting.totalPendingWriteBytes() > FULL) {
            full = true;
            // Done when everything before it is.
            encoder.writeAndFlush(Unpooled.EMPTY_BUFFER, channel.newPromise().addListener(left -> {
                full = false;
                drained.run();
            }));
        }
        return full;
    }

    @Override
    public void drained(Runnable handler) {
        drained = handler;
    }
}
