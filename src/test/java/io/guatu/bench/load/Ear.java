package io.guatu.bench.load;

import java.nio.ByteBuffer;
import java.util.List;

/** What one viewer does with what it is told. */
public interface Ear {
    /** What it says as soon as it is connected. */
    List<String> greeting();

    /** A message, of which it may read all. */
    void heard(ByteBuffer message);

    /** What it wants to say by now, or null. */
    default String says() {
        return null;
    }

    /** Whether it has had all that it needs to begin. */
    boolean begun();
}
