package io.guatu.sim;

import java.nio.file.Path;

/** Towns one after the other, with the program's classes as they were loaded and a page's text as it lies in a folder. */
public final class Lives implements AutoCloseable {
    private final SimPage page;
    private long steps;
    private long print;

    public Lives(Path webroot) {
        page = new SimPage(webroot);
    }

    /** @throws AssertionError what was not as it must be */
    void live(long seed) {
        SimTown town = new SimTown(seed, page).live();
        steps += town.time.steps();
        print = town.time.print();
    }

    /** How many things happened in all of them. */
    long steps() {
        return steps;
    }

    /** Of the last one. */
    long print() {
        return print;
    }

    /** The first of the towns 1 to {@code seeds} in which something was not as it must be, and what; null when there is none. */
    public static String fault(Path webroot, int seeds) {
        try (Lives lives = new Lives(webroot)) {
            for (int seed = 1; seed <= seeds; seed++) {
                try {
                    lives.live(seed);
                } catch (AssertionError | RuntimeException fault) {
                    return seed + " | "
                            + String.valueOf(fault.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("");
                }
            }
            return null;
        }
    }

    @Override
    public void close() {
        page.close();
    }
}
