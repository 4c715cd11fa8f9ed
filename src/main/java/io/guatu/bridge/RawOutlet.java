package io.guatu.bridge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.VoidChannelPromise;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;

/**
 * Writes prepared frames past the socket's own encoder, which would make the same header and the same chain of objects for
 * each of a thousand viewers, and past the handlers before it, of which one makes a promise of every write to know when the
 * line was idle (whoever is there answers our pings, and is not). Where nothing waits, and nearly always nothing does, a frame
 * goes past the channel's queue too, which would make an entry, a promise and a view of the bytes for it: what is left of a
 * delivery is the system's call. A line that is encrypted here goes through its handlers. The frames of the bridge itself still go through the encoder;
 * both are whole frames, so their order does not matter. What waits is read from the channel, the bridge's answers included.
 * On the socket's event loop.
 */
final class RawOutlet implements Outlet {
    private final Channel channel;
    private final Channel.Unsafe transport;
    /** Null where nothing needs to be done with the bytes. */
    private final ChannelHandlerContext encoder;

    /** Null where frames can't be handed to the system here. */
    private final Socket socket;

    private final VoidChannelPromise nobody;
    private Runnable drained = () -> {};
    private boolean full;

    RawOutlet(Channel channel) {
        this.channel = channel;
        this.transport = channel.unsafe();
        this.encoder = channel.pipeline().get(SslHandler.class) == null
                ? null
                : channel.pipeline().context(WebSocketFrameEncoder.class);
        this.socket =
                encoder == null && channel instanceof UnixChannel unix && unix.fd() instanceof Socket of ? of : null;
        this.nobody = new VoidChannelPromise(channel, false); // a line that broke is closed and said so once, elsewhere
    }

    @Override
    public void write(Message message) {
        int gone = sent(message);
        if (gone < message.size()) {
            write(message.framed(gone), nobody);
        }
    }

    /** A line that is closed has no queue, and its number may be another's already. */
    private int sent(Message message) {
        ChannelOutboundBuffer waiting = transport.outboundBuffer();
        if (socket == null || waiting == null || waiting.totalPendingWriteBytes() > 0) {
            return 0;
        }
        try {
            return message.send(socket);
        } catch (IOException broken) {
            return 0; // the channel is about to find the same, and closes
        }
    }

    private void write(ByteBuf bytes, ChannelPromise told) {
        if (encoder == null) {
            transport.write(bytes, told);
            transport.flush();
        } else {
            encoder.writeAndFlush(bytes, told);
        }
    }

    @Override
    public boolean full() {
        ChannelOutboundBuffer waiting = transport.outboundBuffer(); // null once closed
        if (!full && waiting != null && waiting.totalPendingWriteBytes() > FULL) {
            full = true;
            // Done when everything before it is.
            write(Unpooled.EMPTY_BUFFER, channel.newPromise().addListener(left -> {
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
