package io.guatu.sheet;

import io.guatu.apart.Runners;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Reads lists in a process of its own. Any thread. */
public final class Sheets implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(1);

    /** A list of five thousand takes a tenth of it. */
    private static final Duration MOST_WORK = Duration.ofSeconds(20);

    private final Runners<List<byte[]>, byte[], NotASheet> runners = new Runners<>(new SheetErrand(), IDLE, MOST_WORK);

    /**
     * A {@link Reading}, as gzipped JSON. Blocks, for a minute at most.
     *
     * @throws IOException when no process can do it now
     */
    public byte[] read(byte[] bytes, Answers answers, Present present) throws NotASheet, IOException {
        return runners.run(SheetErrand.order(bytes, answers, present));
    }

    @Override
    public void close() {
        runners.close();
    }
}
