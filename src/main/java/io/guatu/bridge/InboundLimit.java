package io.guatu.bridge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * What comes in on a line, before the bridge reads it: the bridge answers whatever it does not understand, and somebody who
 * asks and never reads would fill the memory with answers. What is too much is dropped unread; a stranger's line ends.
 */
final class InboundLimit extends ChannelInboundHandlerAdapter {
    private final Connection line;

    InboundLimit(Connection line) {
        this.line = line;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        boolean says = message instanceof WebSocketFrame && !(message instanceof CloseWebSocketFrame);
        if (!says || line.hears()) {
            context.fireChannelRead(message);
            return;
        }
        ReferenceCountUtil.release(message);
        if (line.principal() == null) {
            line.cut();
        }
    }
}
