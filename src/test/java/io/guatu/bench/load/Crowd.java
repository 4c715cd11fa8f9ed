package io.guatu.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Viewers of one address. */
public final class Crowd<E extends Ear> implements AutoCloseable {
    private static final int AT_ONCE = 200;
    private static final int READ_AFTER = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Viewer> viewers = new ArrayList<>();
    private final List<E> ears;
    private long connectedNanos;

    private Crowd(List<E> ears) {
        this.ears = ears;
    }

    /** One for each of these, all of which have begun when it returns. */
    public static <E extends Ear> Crowd<E> open(Loop loop, Door door, String path, List<E> ears) throws IOException {
        Crowd<E> crowd = new Crowd<>(ears);
        for (E ear : ears) {
            crowd.viewers.add(new Viewer(loop, door, path, ear));
            if (crowd.viewers.size() % AT_ONCE == 0) {
                crowd.begun(loop);
            }
        }
        crowd.begun(loop);
        return crowd;
    }

    /** The same, but nobody waits for those before: they come as fast as this thread can connect them. */
    public static <E extends Ear> Crowd<E> rush(Loop loop, Door door, String path, List<E> ears) throws IOException {
        Crowd<E> crowd = new Crowd<>(ears);
        long began = System.nanoTime();
        for (E ear : ears) {
            crowd.viewers.add(new Viewer(loop, door, path, ear));
            if (crowd.viewers.size() % READ_AFTER == 0) {
                loop.once();
            }
        }
        crowd.connectedNanos = System.nanoTime() - began;
        if (!loop.until(() -> crowd.viewers.stream().allMatch(Viewer::begun), PATIENCE)) {
            throw new IOException("Not all of " + ears.size() + " viewers were let in.");
        }
        return crowd;
    }

    /** In a rush: until the last one had asked for a line. */
    public long connectedNanos() {
        return connectedNanos;
    }

    private void begun(Loop loop) throws IOException {
        int from = Math.max(0, viewers.size() - AT_ONCE);
        if (!loop.until(() -> viewers.subList(from, viewers.size()).stream().allMatch(Viewer::begun), PATIENCE)) {
            throw new IOException("Not all of " + viewers.size() + " viewers were let in.");
        }
    }

    public int size() {
        return viewers.size();
    }

    public List<E> ears() {
        return ears;
    }

    @Override
    public void close() throws IOException {
        for (Viewer viewer : viewers) {
            viewer.close();
        }
    }
}
