package io.guatu.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Viewers of one address. */
public final class Crowd<E extends Ear> implements AutoCloseable {
    private static final int AT_ONCE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Viewer> viewers = new ArrayList<>();
    private final List<E> ears;

    private Crowd(List<E> ears) {
        this.ears = ears;
    }

    /** One for each of these, all of which have begun when it returns. */
    public static <E extends Ear> Crowd<E> open(Loop loop, int port, String path, List<E> ears) throws IOException {
        Crowd<E> crowd = new Crowd<>(ears);
        for (E ear : ears) {
            crowd.viewers.add(new Viewer(loop, port, path, ear));
            if (crowd.viewers.size() % AT_ONCE == 0) {
                crowd.begun(loop);
            }
        }
        crowd.begun(loop);
        return crowd;
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
