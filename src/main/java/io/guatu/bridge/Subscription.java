package io.guatu.bridge;

import io.vertx.core.buffer.Buffer;

/** A line that registered an address. Frames are skipped while it is full; state makes skipping harmless. */
final class Subscription {
    private final Connection line;
    private long shown;
    private boolean skipped;

    Subscription(Connection line, long shown) {
        this.line = line;
        this.shown = shown;
    }

    Connection line() {
        return line;
    }

    /** The seq of the newest frame that was written to it. */
    long shown() {
        return shown;
    }

    boolean skipped() {
        return skipped;
    }

    /** Writes the frame, or remembers that it was left out. */
    void offer(Buffer frame, long seq) {
        if (line.full()) {
            skipped = true;
        } else if (!skipped) {
            line.write(frame);
            shown = seq;
        }
    }

    /** The one frame that brings it back. */
    void bringBack(Buffer frame, long seq) {
        skipped = false;
        line.write(frame);
        shown = seq;
    }
}
