package io.guatu.bridge;

import io.guatu.ledger.Json;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** What went out over all lines since the program was started, counted; and read from any thread. */
public final class Traffic {
    private final LongAdder frames = new LongAdder();
    private final LongAdder written = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final Map<Ending, LongAdder> endings = new EnumMap<>(Ending.class);

    Traffic() {
        for (Ending why : Ending.values()) {
            endings.put(why, new LongAdder());
        }
    }

    /** @param to how many viewers it was written @param left how many of them were too slow for it */
    void frame(int size, int to, int left) {
        frames.increment();
        written.add(to);
        bytes.add((long) size * to);
        skipped.add(left);
    }

    void ended(Ending why) {
        endings.get(why).increment();
    }

    public long frames() {
        return frames.sum();
    }

    public long written() {
        return written.sum();
    }

    public long bytes() {
        return bytes.sum();
    }

    public long skipped() {
        return skipped.sum();
    }

    /** How many lines this node closed itself, by why. */
    public Map<String, LongAdder> endings() {
        Map<String, LongAdder> named = new TreeMap<>();
        endings.forEach((why, many) -> named.put(Json.kebab(why), many));
        return named;
    }
}
