package io.guatu.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What a line gets is every frame whole and in order, however little the system takes at a time. */
class RawOutletTest {
    private static final int FRAMES = 300;
    private static final int LONGEST = 60_000;

    @Test
    void framesAreWholeAndInOrderByTheQueueAlone() throws Exception {
        slowlyRead(NioIoHandler.newFactory(), NioServerSocketChannel.class);
    }

    @Test
    @EnabledIf("epoll")
    void framesAreWholeAndInOrderPastTheQueue() throws Exception {
        slowlyRead(EpollIoHandler.newFactory(), EpollServerSocketChannel.class);
    }

    static boolean epoll() {
        return Epoll.isAvailable();
    }

    private static void slowlyRead(IoHandlerFactory io, Class<? extends ServerChannel> kind) throws Exception {
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, io);
        CompletableFuture<Channel> accepted = new CompletableFuture<>();
        try {
            Channel server = new ServerBootstrap()
                    .group(loop)
                    .channel(kind)
                    .childHandler(initializer(accepted))
                    .bind("127.0.0.1", 0)
                    .sync()
                    .channel();
            try (Socket reader = new Socket("127.0.0.1", ((InetSocketAddress) server.localAddress()).getPort())) {
                Channel line = accepted.get(10, TimeUnit.SECONDS);
                CompletableFuture<Void> drained = new CompletableFuture<>();
                List<byte[]> sent = line.eventLoop()
                        .submit(() -> written(new RawOutlet(line), drained))
                        .get(10, TimeUnit.SECONDS);
                int bytes = sent.stream().mapToInt(one -> one.length).sum();
                InputStream in = reader.getInputStream();
                byte[] came = in.readNBytes(bytes);
                drained.get(10, TimeUnit.SECONDS);
                assertArrayEquals(joined(sent), came);
            }
        } finally {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        }
    }

    private static ChannelHandler initializer(CompletableFuture<Channel> accepted) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new ChannelInboundHandlerAdapter());
                channel.eventLoop().execute(() -> accepted.complete(channel));
            }
        };
    }

    /** More than the system keeps for one who does not read. */
    private static List<byte[]> written(RawOutlet outlet, CompletableFuture<Void> drained) {
        outlet.drained(() -> drained.complete(null));
        Random random = new Random(7);
        List<byte[]> sent = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            byte[] payload = new byte[random.nextInt(LONGEST)];
            random.nextBytes(payload);
            Message message = Message.of(payload);
            outlet.write(message);
            byte[] frame = new byte[message.size()];
            message.framed(0).readBytes(frame).release();
            sent.add(frame);
            message.release();
        }
        assertTrue(outlet.full(), "all of it fits into the system: send more");
        return sent;
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        parts.forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
