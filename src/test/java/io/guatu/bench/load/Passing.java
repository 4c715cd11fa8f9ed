package io.guatu.bench.load;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Viewers that come and go: so many a second, each for as long as it takes until enough others have come. */
public final class Passing implements AutoCloseable {
    /** So many times as many as should be there, and nobody is let in. */
    private static final int MANY = 5;

    private final Loop loop;
    private final Door door;
    private final String path;
    private final Supplier<? extends Ear> ears;
    private final int aSecond;
    private final int most;
    private final Deque<Viewer> here = new ArrayDeque<>();
    private long began;
    private int came;

    /** @param most so many are there at once, each for {@code most / aSecond} seconds */
    public Passing(Loop loop, Door door, String path, Supplier<? extends Ear> ears, int aSecond, int most) {
        this.loop = loop;
        this.door = door;
        this.path = path;
        this.ears = ears;
        this.aSecond = aSecond;
        this.most = most;
    }

    /** Sends in one if one is due by now, and out whoever was there longest and has had all that it needs to begin. */
    public void turn() {
        try {
            began = came == 0 ? System.nanoTime() : began;
            if (came <= (System.nanoTime() - began) * aSecond / 1_000_000_000) {
                here.add(new Viewer(loop, door, path, ears.get()));
                came++;
                while (here.size() > most && here.peek().begun()) {
                    here.remove().close();
                }
                if (here.size() > MANY * most) {
                    throw new IllegalStateException(here.size() + " viewers came and are not let in.");
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("A viewer cannot come or go.", e);
        }
    }

    public int came() {
        return came;
    }

    @Override
    public void close() throws IOException {
        for (Viewer viewer : here) {
            viewer.close();
        }
    }
}
