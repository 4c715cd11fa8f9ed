package io.guatu.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/** The encrypted side of one connection. What has come and is not a whole record yet waits here. */
final class Tls {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final SocketChannel channel;
    private final ByteBuffer coming;
    private final ByteBuffer going;

    /** Greets the server, and waits for it. */
    Tls(SSLContext context, SocketChannel channel) throws IOException {
        this.channel = channel;
        engine = context.createSSLEngine();
        engine.setUseClientMode(true);
        coming = ByteBuffer.allocate(2 * engine.getSession().getPacketBufferSize());
        going = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.beginHandshake();
        ByteBuffer said = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        while (engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
            switch (engine.getHandshakeStatus()) {
                case NEED_WRAP -> write(NOTHING);
                case NEED_TASK -> tasks();
                default -> {
                    if (unwrap(said) == Status.BUFFER_UNDERFLOW) {
                        take();
                    }
                }
            }
        }
    }

    /** All of it, in records. */
    void write(ByteBuffer out) throws IOException {
        do {
            engine.wrap(out, going.clear());
            going.flip();
            while (going.hasRemaining()) {
                if (channel.write(going) == 0) {
                    Thread.onSpinWait();
                }
            }
        } while (out.hasRemaining());
    }

    /** What has come by now, decrypted. */
    void read(ByteBuffer in) throws IOException {
        int took;
        do {
            took = take();
            Status last = Status.OK;
            while (last == Status.OK) {
                last = unwrap(in);
            }
        } while (took > 0 && coming.position() > 0 && in.hasRemaining());
    }

    private int take() throws IOException {
        int took = channel.read(coming);
        if (took < 0) {
            throw new IOException("a line was closed by the server");
        }
        return took;
    }

    private Status unwrap(ByteBuffer in) throws IOException {
        coming.flip();
        Status status = engine.unwrap(coming, in).getStatus();
        coming.compact();
        tasks();
        return status;
    }

    private void tasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }
}
