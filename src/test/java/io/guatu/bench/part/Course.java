package io.guatu.bench.part;

import io.guatu.bench.figure.Samples;
import io.guatu.bench.load.Follower;
import java.util.Arrays;

/**
 * When each update was sent and answered, and when it was at some viewers and at the last of all; by its position on the board.
 * All by one clock, in nanoseconds; 0 is never.
 */
final class Course implements Telling.Accepted {
    private final long base;
    private final int viewers;
    private long[] sent = new long[1024];
    private long[] answered = new long[1024];
    private int[] reached = new int[1024];
    private long[] last = new long[1024];

    /** From the update after this position on, by so many viewers. */
    Course(long base, int viewers) {
        this.base = base;
        this.viewers = viewers;
    }

    @Override
    public void accepted(long seq, long sentAt, long answeredAt) {
        int at = at(seq);
        sent[at] = sentAt;
        answered[at] = answeredAt;
    }

    /** What each viewer tells. */
    Follower.Arrivals viewer() {
        return this::moved;
    }

    private void moved(long from, long to) {
        if (to <= base) {
            return;
        }
        long now = System.nanoTime();
        at(to);
        for (long seq = Math.max(from, base) + 1; seq <= to; seq++) {
            int at = at(seq);
            if (++reached[at] == viewers) {
                last[at] = now;
            }
        }
    }

    private int at(long seq) {
        int at = Math.toIntExact(seq - base - 1);
        if (at >= sent.length) {
            int longer = Math.max(at + 1, sent.length * 2);
            sent = Arrays.copyOf(sent, longer);
            answered = Arrays.copyOf(answered, longer);
            reached = Arrays.copyOf(reached, longer);
            last = Arrays.copyOf(last, longer);
        }
        return at;
    }

    /** From when it was sent until the last viewer had it. */
    Samples sentToLast() {
        return until(sent);
    }

    /** From its answer until the last viewer had it: nothing, if that was before. */
    Samples answeredToLast() {
        return until(answered);
    }

    private Samples until(long[] from) {
        Samples samples = new Samples();
        for (int at = 0; at < sent.length; at++) {
            if (sent[at] == 0) {
                continue;
            }
            if (last[at] == 0) {
                throw new IllegalStateException((viewers - reached[at]) + " viewers miss update " + (base + 1 + at));
            }
            samples.add(Math.max(0, last[at] - from[at]));
        }
        return samples;
    }
}
