package io.guatu.apart;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Processes for errands of one sort, as many as threads ask at once. One starts when it is needed and leaves when it had no work
 * for a while. Any thread.
 */
public final class Runners<O, A, X extends Exception> implements AutoCloseable {
    private static final long WATCH_MILLIS = 200;

    private final Errand<O, A, X> errand;
    private final Duration idle;
    private final Duration mostWork;
    private final Deque<Runner<O, A, X>> resting = new ArrayDeque<>();
    private final Set<Runner<O, A, X>> all = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "runners-watch");
        thread.setDaemon(true);
        return thread;
    });
    private boolean closed;

    /** @param mostWork of a processor's time for one order */
    public Runners(Errand<O, A, X> errand, Duration idle, Duration mostWork) {
        this.errand = errand;
        this.idle = idle;
        this.mostWork = mostWork;
        watch.scheduleWithFixedDelay(this::look, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Blocks, for a minute at most. @throws IOException when no process can do it now */
    public A run(O order) throws X, IOException {
        Runner<O, A, X> rested = rested();
        if (rested != null) {
            try {
                return run(rested, order);
            } catch (IOException gone) {
                // It may have been ended while it rested: another gets the order, once.
            }
        }
        return run(started(), order);
    }

    @Override
    public void close() {
        synchronized (resting) {
            closed = true;
        }
        watch.shutdownNow();
        all.forEach(Runner::end);
    }

    /** The processes that are there. */
    public List<Long> pids() {
        return all.stream().map(Runner::pid).toList();
    }

    private A run(Runner<O, A, X> runner, O order) throws X, IOException {
        try {
            return runner.run(order);
        } finally {
            synchronized (resting) {
                resting.push(runner);
            }
        }
    }

    private Runner<O, A, X> rested() {
        synchronized (resting) {
            resting.removeIf(runner -> !runner.alive());
            return resting.poll();
        }
    }

    private Runner<O, A, X> started() throws IOException {
        synchronized (resting) {
            if (closed) {
                throw new IOException("the program is stopping");
            }
            Runner<O, A, X> runner = new Runner<>(errand);
            all.add(runner);
            return runner;
        }
    }

    private void look() {
        all.forEach(runner -> runner.watch(idle, mostWork));
        all.removeIf(runner -> !runner.alive());
    }
}
