package io.guatu.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Ends the bench, and with it what it started, when its time is over. */
final class Deadline {
    private static final int OVER = 3;

    private volatile String part = "";

    private Deadline() {}

    static Deadline of(Duration most) {
        Deadline deadline = new Deadline();
        long end = System.nanoTime() + most.toNanos();
        Thread watch = new Thread(
                () -> {
                    for (long left = most.toNanos(); left > 0; left = end - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    System.err.printf(
                            "The bench ends after %d min: %s was not finished (-Dbench.minutes).%n",
                            most.toMinutes(), deadline.part);
                    System.exit(OVER);
                },
                "deadline");
        watch.setDaemon(true);
        watch.start();
        return deadline;
    }

    void now(String part) {
        this.part = part;
    }
}
