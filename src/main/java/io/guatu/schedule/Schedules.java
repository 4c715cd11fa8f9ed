package io.guatu.schedule;

import io.guatu.apart.Runners;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Reads schedules in a process of its own: no file can take the memory of the program, or more than its own time. The process
 * starts when it is needed and leaves after a minute without work. Any thread.
 */
public final class Schedules implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(1);

    /** Two thousand tasks take a quarter of it. */
    private static final Duration MOST_WORK = Duration.ofSeconds(20);

    private final Runners<List<byte[]>, byte[], NotASchedule> runners;

    public Schedules() {
        this(IDLE, MOST_WORK);
    }

    /** @param mostWork of a processor's time for one file */
    Schedules(Duration idle, Duration mostWork) {
        this.runners = new Runners<>(new ReadingErrand(), idle, mostWork);
    }

    /**
     * A {@link Reading}, as gzipped JSON. Blocks, for a minute at most.
     *
     * @throws IOException when no process can do it now
     */
    public byte[] read(byte[] bytes, Choice choice, Present present) throws NotASchedule, IOException {
        Format.sifted(bytes); // rubbish wakes nobody
        return runners.run(ReadingErrand.order(bytes, choice, present));
    }

    @Override
    public void close() {
        runners.close();
    }

    /** The processes that are there. */
    List<Long> pids() {
        return runners.pids();
    }
}
