package io.guatu.photo;

import io.guatu.domain.Coordinates;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

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

    private static final long WATCH_MILLIS = 200;

    private final Duration idle;
    private final Duration mostWork;
    private final Deque<DecoderProcess> resting = new ArrayDeque<>();
    private final Set<DecoderProcess> all = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "decoders-watch");
        thread.setDaemon(true);
        return thread;
    });
    private boolean closed;

    public Decoders() {
        this(IDLE, MOST_WORK);
    }

    /** @param mostWork of a processor's time for one picture */
    Decoders(Duration idle, Duration mostWork) {
        this.idle = idle;
        this.mostWork = mostWork;
        watch.scheduleWithFixedDelay(this::look, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What {@link Picture#of} says of it. Blocks, for a minute at most. @throws IOException when no process can do it now */
    public Picture decode(byte[] bytes, Coordinates site, ZoneId zone) throws NotAPicture, IOException {
        Sifted.of(bytes); // rubbish wakes nobody
        DecoderWire.Order order = new DecoderWire.Order(bytes, site, zone);
        DecoderProcess rested = rested();
        if (rested != null) {
            try {
                return decode(rested, order);
            } catch (IOException gone) {
                // It may have been ended while it rested: another gets the picture, once.
            }
        }
        return decode(started(), order);
    }

    @Override
    public void close() {
        synchronized (resting) {
            closed = true;
        }
        watch.shutdownNow();
        all.forEach(DecoderProcess::end);
    }

    /** The processes that are there. */
    List<Long> pids() {
        return all.stream().map(DecoderProcess::pid).toList();
    }

    private Picture decode(DecoderProcess process, DecoderWire.Order order) throws NotAPicture, IOException {
        try {
            return process.decode(order);
        } finally {
            synchronized (resting) {
                resting.push(process);
            }
        }
    }

    private DecoderProcess rested() {
        synchronized (resting) {
            resting.removeIf(process -> !process.alive());
            return resting.poll();
        }
    }

    private DecoderProcess started() throws IOException {
        synchronized (resting) {
            if (closed) {
                throw new IOException("the program is stopping");
            }
            DecoderProcess process = new DecoderProcess();
            all.add(process);
            return process;
        }
    }

    private void look() {
        all.forEach(process -> process.watch(idle, mostWork));
        all.removeIf(process -> !process.alive());
    }
}
