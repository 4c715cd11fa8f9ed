package io.guatu.bench.part;

import io.guatu.bench.figure.Samples;
import io.guatu.bench.load.Loop;
import io.guatu.bench.load.Writer;
import io.guatu.bench.peer.Guatu;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Tells the board so many updates a second, whether the ones before were answered or not; each is due at its own time. */
final class Pace {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_WAITING = 64;

    private final Loop loop;
    private final Guatu guatu;
    private final int aSecond;
    private final Telling.Accepted heard;
    private final Runnable meanwhile;
    private final Samples answers = new Samples();
    private final List<Writer> writers = new ArrayList<>();
    private final Map<Writer, Long> due = new IdentityHashMap<>();

    Pace(Loop loop, Guatu guatu, int aSecond, Telling.Accepted heard) {
        this(loop, guatu, aSecond, heard, () -> {});
    }

    /** @param meanwhile is done between two updates, and often */
    Pace(Loop loop, Guatu guatu, int aSecond, Telling.Accepted heard, Runnable meanwhile) {
        this.meanwhile = meanwhile;
        this.loop = loop;
        this.guatu = guatu;
        this.aSecond = aSecond;
        this.heard = heard;
    }

    void during(Duration time) throws Exception {
        tell(aSecond * time.toMillis() / 1000);
    }

    /** So many in all. */
    void tell(long many) throws Exception {
        long began = System.nanoTime();
        for (long told = 0; told < many; ) {
            meanwhile.run();
            long next = began + told * 1_000_000_000L / aSecond;
            if (System.nanoTime() - next < 0) {
                loop.once();
                continue;
            }
            Writer writer = free();
            if (writer == null) {
                loop.once(); // it is late, and is counted from when it was due
                continue;
            }
            due.put(writer, next);
            writer.send(guatu.update());
            told++;
        }
        if (!loop.until(() -> writers.stream().noneMatch(Writer::waiting), PATIENCE) || answers.many() != many) {
            throw new IOException(many + " updates were told, and " + answers.many() + " accepted.");
        }
        for (Writer writer : writers) {
            writer.close();
        }
    }

    /** A line that waits for no answer; null while all do. */
    private Writer free() throws IOException {
        for (Writer writer : writers) {
            if (!writer.waiting()) {
                return writer;
            }
        }
        if (writers.size() == MOST_WAITING) {
            return null;
        }
        Writer another = new Writer(loop, guatu.door(), this::answered);
        writers.add(another);
        return another;
    }

    private void answered(Writer writer, int status, String body, long nanos) {
        if (status != 201) {
            throw new IllegalStateException("An update was refused: " + status + " " + body);
        }
        long now = System.nanoTime();
        answers.add(now - due.get(writer));
        heard.accepted(Telling.seq(body), due.get(writer), now);
    }

    Samples answers() {
        return answers;
    }
}
