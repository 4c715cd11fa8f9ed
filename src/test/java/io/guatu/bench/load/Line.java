package io.guatu.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One connection to a server on this machine. A server that hangs up on it ends the bench. */
abstract class Line implements AutoCloseable {
    private static final byte[] NOTHING = new byte[0];

    private final SocketChannel channel;
    /** Null: nothing is encrypted. */
    private final Tls tls;

    private byte[] rest = NOTHING;

    Line(Loop loop, Door door) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        tls = door.tls() == null ? null : new Tls(door.tls(), channel);
        loop.add(channel, this);
    }

    /** Takes what has come whole, and leaves the rest. */
    abstract void took(ByteBuffer in) throws IOException;

    final void read(ByteBuffer in) throws IOException {
        in.clear().put(rest);
        if (tls != null) {
            tls.read(in);
        } else if (channel.read(in) < 0) {
            throw new IOException(this + " was closed by the server");
        }
        took(in.flip());
        if (in.hasRemaining()) {
            rest = new byte[in.remaining()];
            in.get(rest);
        } else {
            rest = NOTHING;
        }
    }

    final void write(ByteBuffer out) throws IOException {
        if (tls != null) {
            tls.write(out);
            return;
        }
        while (out.hasRemaining()) {
            if (channel.write(out) == 0) {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
