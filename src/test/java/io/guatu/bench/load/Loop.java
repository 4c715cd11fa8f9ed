package io.guatu.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The load's one thread: whoever calls {@link #until} reads all its lines meanwhile. Thousands of viewers and the writers share
 * it, and so a clock. Not for use by several threads.
 */
public final class Loop implements AutoCloseable {
    private static final int LONGEST_MESSAGE = 8 * 1024 * 1024;
    private static final long LOOK_MILLIS = 20;

    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocateDirect(LONGEST_MESSAGE);

    public Loop() throws IOException {
        selector = Selector.open();
    }

    void add(SocketChannel channel, Line line) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, line);
    }

    /** Reads until it is done, looking whenever something came, and at least every 20 ms. False: it was not, in this time. */
    public boolean until(BooleanSupplier done, Duration most) throws IOException {
        long end = System.nanoTime() + most.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            selector.select(this::read, LOOK_MILLIS);
        }
        return true;
    }

    /** The same, for those that look by themselves when to say the next thing: it returns at once if nothing came. */
    public void once() throws IOException {
        selector.select(this::read, 1);
    }

    /** Reads for so long. */
    public void during(Duration time) throws IOException {
        until(() -> false, time);
    }

    private void read(SelectionKey key) {
        Line line = (Line) key.attachment();
        if (!key.isValid()) {
            return;
        }
        try {
            line.read(in);
        } catch (IOException e) {
            throw new IllegalStateException("A line of the load broke.", e);
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
