package io.guatu.bridge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * What comes in on a line, before the bridge reads it: the bridge answers whatever it does not understand, and somebody who
 * asks and never reads would fill the memory with answers. What is too much is dropped unread; a stranger's line ends, and that of whoever goes on.
 */
final class InboundLimit extends ChannelInboundHandlerAdapter {
    private final Connection line;

    InboundLimit(Connection line) {
        this.line = line;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        boolean says = message instanceof WebSocketFrame
                && !(message instanceof CloseWebSocketFrame)
                && !(message instanceof PongWebSocketFrame);
        boolean hears = !says || line.hears();
        line.spoke();
        if (hears && (!says || whole(message))) {
            context.fireChannelRead(message);
            return;
        }
        ReferenceCountUtil.release(message);
        if (hears) {
            line.write(Envelope.unread());
        } else if (line.principal() == null) {
            line.cut();
        } else if (line.floods()) {
            line.cut(Ending.FLOODING);
        }
    }

    /** Pages send no fragments: half of a message cannot be measured. */
    private boolean whole(Object message) {
        if (message instanceof TextWebSocketFrame || message instanceof BinaryWebSocketFrame) {
            WebSocketFrame frame = (WebSocketFrame) message;
            return frame.isFinalFragment() && InboundShape.fits(frame.content(), line.framed());
        }
        return !(message instanceof ContinuationWebSocketFrame);
    }
}
