package io.guatu.photo;

import io.guatu.apart.Runners;
import io.guatu.domain.Coordinates;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * Decodes pictures in processes of their own, as many as threads ask at once: no picture can take the memory of the program,
 * or more than its own time. A process starts when it is needed and leaves after a minute without work. Any thread.
 */
public final class Decoders implements AutoCloseable {
    /** Two pictures at once, each within about 400 MB. */
    public static final int MOST = 2;

    private static final Duration IDLE = Duration.ofMinutes(1);

    /** A camera's 108 megapixels take a quarter of it. */
    private static final Duration MOST_WORK = Duration.ofSeconds(12);

    private final Runners<DecoderWire.Order, Picture, NotAPicture> runners;

    public Decoders() {
        this(IDLE, MOST_WORK);
    }

    /** @param mostWork of a processor's time for one picture */
    Decoders(Duration idle, Duration mostWork) {
        this.runners = new Runners<>(new Decoding(), idle, mostWork);
    }

    /** What {@link Picture#of} says of it. Blocks, for a minute at most. @throws IOException when no process can do it now */
    public Picture decode(byte[] bytes, Coordinates site, ZoneId zone) throws NotAPicture, IOException {
        Sifted.of(bytes); // rubbish wakes nobody
        return runners.run(new DecoderWire.Order(bytes, site, zone));
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
