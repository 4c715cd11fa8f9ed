package io.guatu.bench.part;

import io.guatu.bench.figure.Samples;
import io.guatu.bench.load.Loop;
import io.guatu.bench.load.Writer;
import io.guatu.bench.peer.Guatu;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells the board as many updates as it accepts through so many connections, and sees that each is there exactly once. */
final class Telling {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Told of an update that was accepted: which entry it is, when it was sent. */
    interface Accepted {
        void accepted(long seq, long sentAt, long answeredAt);
    }

    private final Loop loop;
    private final Guatu guatu;
    private final int connections;
    private final Accepted heard;
    private final Samples answers = new Samples();
    private final List<String> refusals = new ArrayList<>();
    private long accepted;
    private long waiting;
    private boolean over;

    Telling(Loop loop, Guatu guatu, int connections) {
        this(loop, guatu, connections, (seq, sentAt, answeredAt) -> {});
    }

    Telling(Loop loop, Guatu guatu, int connections, Accepted heard) {
        this.loop = loop;
        this.guatu = guatu;
        this.connections = connections;
        this.heard = heard;
    }

    /** How many were accepted a second. */
    double during(Duration time) throws Exception {
        long before = guatu.seq();
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            writers.add(new Writer(loop, guatu.door(), this::answered));
        }
        long began = System.nanoTime();
        for (Writer writer : writers) {
            waiting++;
            writer.send(guatu.update());
        }
        loop.during(time);
        double rate = accepted * 1e9 / (System.nanoTime() - began);
        over = true;
        if (!loop.until(() -> waiting == 0, PATIENCE)) {
            throw new IOException(waiting + " updates were not answered.");
        }
        for (Writer writer : writers) {
            writer.close();
        }
        if (!refusals.isEmpty()) {
            throw new IOException(refusals.size() + " updates were refused: " + refusals.get(0));
        }
        long there = guatu.seq() - before;
        if (there != accepted) {
            throw new IOException(accepted + " updates were accepted, and " + there + " are there.");
        }
        return rate;
    }

    private void answered(Writer writer, int status, String body, long nanos) {
        waiting--;
        if (status == 201) {
            accepted++;
            answers.add(nanos);
            long now = System.nanoTime();
            heard.accepted(seq(body), now - nanos, now);
        } else {
            refusals.add(status + " " + body);
        }
        if (!over) {
            waiting++;
            try {
                writer.send(guatu.update());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** {@code {"seq":7,"projectSeq":2}}: 7. */
    static long seq(String answer) {
        return Long.parseLong(answer.substring(answer.indexOf(':') + 1, answer.indexOf(',')));
    }

    long accepted() {
        return accepted;
    }

    Samples answers() {
        return answers;
    }
}
