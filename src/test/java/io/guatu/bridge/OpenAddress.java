package io.guatu.bridge;

import io.guatu.bridge.Frames.Position;
import io.guatu.domain.ProjectId;
import io.guatu.ledger.Silence;
import io.guatu.relay.BoardMoved;
import io.guatu.relay.Relay;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The fan-out of one address, to lines that are not sockets. */
public final class OpenAddress {
    /** The end of such a line. */
    public interface Ear {
        boolean full();

        void hear(String message);
    }

    private final FanOut fanOut;
    private final Map<Ear, Line> lines = new LinkedHashMap<>();

    public OpenAddress(
            Vertx vertx,
            Answers answers,
            Clock clock,
            LongSupplier nanos,
            ProjectId site,
            Relay relay,
            Silence silence) {
        fanOut = new FanOut(vertx, answers, clock, nanos, site, relay, silence, new Traffic());
    }

    private record Line(Ear ear) implements Viewer {
        @Override
        public boolean full() {
            return ear.full();
        }

        @Override
        public void pass(Message message) {
            ear.hear(new String(message.payload(), StandardCharsets.UTF_8));
        }

        @Override
        public void write(Message message) {
            pass(message);
            message.release();
        }
    }

    public void add(Ear ear) {
        fanOut.add(lines.computeIfAbsent(ear, Line::new));
    }

    public void remove(Ear ear) {
        Line line = lines.remove(ear);
        if (line != null) {
            fanOut.remove(line);
        }
    }

    public boolean empty() {
        return fanOut.empty();
    }

    public void change(BoardMoved change) {
        fanOut.change(change);
    }

    public void pulse() {
        fanOut.pulse();
    }

    public void answer(Ear ear, String reply, Position position) {
        fanOut.answer(lines.get(ear), reply, position);
    }

    public void drained(Ear ear) {
        fanOut.drained(lines.get(ear));
    }
}
