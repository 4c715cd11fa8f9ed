package io.guatu.bridge;

import io.guatu.bridge.Frames.Position;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/**
 * A line that registered an address. Frames are skipped while it is full; state makes skipping harmless. While an answer
 * for it is being encoded, frames wait behind it: it is the base of the next.
 */
final class Subscription {
    private final Viewer line;
    private final List<Message> behind = new ArrayList<>();
    private Position shown;
    private int answers;
    private boolean skipped;

    Subscription(Viewer line, Position shown) {
        this.line = line;
        this.shown = shown;
    }

    /** Where the newest frame that was written to it leads. */
    Position shown() {
        return shown;
    }

    boolean skipped() {
        return skipped;
    }

    /** Writes the frame, which stays its maker's, or remembers that it was left out. @return whether it is written */
    boolean offer(Message frame, Position to) {
        if (line.full()) {
            skipped = true;
        } else if (!skipped) {
            shown = to;
            if (answers > 0) {
                behind.add(frame.retain());
            } else {
                line.pass(frame);
            }
        }
        return !skipped;
    }

    /** What it asked for, or the one frame that brings it back. */
    void answer(Future<Message> answer, Position to) {
        skipped = false;
        shown = to;
        answers++;
        answer.onComplete(encoded -> {
            answers--;
            if (encoded.succeeded()) {
                line.write(encoded.result());
            }
            if (answers == 0) {
                behind.forEach(line::write);
                behind.clear();
            }
        });
    }
}
