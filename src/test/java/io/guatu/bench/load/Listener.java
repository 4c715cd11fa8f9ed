package io.guatu.bench.load;

import java.nio.ByteBuffer;
import java.util.List;

/** Waits for messages that hold a marker, as anything may send them. */
public final class Listener implements Ear {
    /** What all wait for, and how many have it. */
    public static final class Awaited {
        private byte[] marker = {0};
        private int round;
        private int reached;
        private long bytes;

        public void next(String text) {
            marker = Bytes.of(text);
            round++;
            reached = 0;
        }

        public int reached() {
            return reached;
        }

        /** Of all messages so far. */
        public long bytes() {
            return bytes;
        }
    }

    private final Awaited awaited;
    private final List<String> greeting;
    private int seen;

    public Listener(Awaited awaited, List<String> greeting) {
        this.awaited = awaited;
        this.greeting = greeting;
    }

    @Override
    public List<String> greeting() {
        return greeting;
    }

    @Override
    public void heard(ByteBuffer message) {
        if (seen != awaited.round && Bytes.indexOf(message, 0, message.limit(), awaited.marker) >= 0) {
            seen = awaited.round;
            awaited.reached++;
            awaited.bytes += message.limit();
        }
    }

    @Override
    public boolean begun() {
        return true;
    }
}
