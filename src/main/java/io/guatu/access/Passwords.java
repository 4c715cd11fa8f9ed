package io.guatu.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Argon2id on threads of its own: one for each processor and no more than the memory bears, so that many who log in at once
 * cost the board nothing but a wait. Who finds too many waiting is told to come again.
 */
public final class Passwords {
    /** One computation's memory, and room for everything else beside it. */
    private static final long BYTES_OF_ONE = 64L * 1024 * 1024;

    /** Some seconds' work. */
    private static final int MOST_WAITING = 64;

    /** What a guess costs. */
    public static final class Cost {
        /** As OWASP recommends: 19 MiB, 2 passes, 1 lane. */
        public static final Cost RECOMMENDED = new Cost(19_456, 2);

        private final Argon2id argon2;

        /** Checked when nobody has that name, so that the time of the answer does not tell. */
        private final String nobody;

        public Cost(int kibibytes, int passes) {
            argon2 = new Argon2id(kibibytes, passes);
            nobody = argon2.ofNothing();
        }
    }

    private final WorkerExecutor workers;
    private final Keys keys;
    private final Cost cost;
    private final AtomicInteger waiting = new AtomicInteger();

    /** Too many passwords wait to be checked: the same may be asked again in some seconds. */
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;

        Busy() {
            super("too many passwords wait to be checked", null, false, false);
        }
    }

    public Passwords(Vertx vertx, Keys keys, Cost cost) {
        this.keys = keys;
        this.cost = cost;
        this.workers = vertx.createSharedWorkerExecutor("passwords", threads(), 60, TimeUnit.SECONDS);
    }

    static int threads() {
        Runtime machine = Runtime.getRuntime();
        long bearable = Math.max(1, machine.maxMemory() / BYTES_OF_ONE);
        return (int) Math.min(machine.availableProcessors(), bearable);
    }

    /** Stands for the password where two requests are compared: without the key, which no database has, nobody can try. */
    public String mark(String password) {
        return keys.mark("password " + password);
    }

    public Future<String> hash(String password) {
        return compute(() -> cost.argon2.hash(password));
    }

    /** Whether the password is the one that was hashed; no hash is never right, and takes as long. */
    public Future<Boolean> matches(String password, Optional<String> hash) {
        return compute(() -> {
            boolean same = Argon2id.matches(password, hash.orElse(cost.nobody));
            return same && hash.isPresent();
        });
    }

    /** @return fails with {@link Busy} when too many wait */
    private <T> Future<T> compute(Callable<T> work) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Future.failedFuture(new Busy());
        }
        return workers.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
    }
}
