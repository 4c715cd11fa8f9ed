package io.guatu.http.problem;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * A request that is framed as HTTP/1 and calls itself another version: the server would answer it with an empty 501 before any
 * handler sees it. It is what is no request at all, and told so in words.
 */
public final class KnownVersion extends ChannelInboundHandlerAdapter {
    private static final String SERVER = "handler";

    /** Of a version of HTTP that nobody here speaks. */
    public static final class Unknown extends Exception {
        private static final long serialVersionUID = 1;

        Unknown(String version) {
            super(version, null, false, false);
        }
    }

    public static void watch(HttpConnection connection) {
        var pipeline = ((ConnectionBase) connection).channel().pipeline();
        if (pipeline.get(SERVER) != null) {
            pipeline.addBefore(SERVER, "version", new KnownVersion());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request
                && request.decoderResult().isSuccess()
                && !request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && !request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            request.setDecoderResult(
                    DecoderResult.failure(new Unknown(request.protocolVersion().text())));
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
        }
        context.fireChannelRead(message);
    }
}
