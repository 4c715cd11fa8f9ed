package io.guatu.bench.figure;

import java.util.Arrays;

/** Times that were measured one by one, in nanoseconds: what half of them, 99 of a hundred, and all were below. */
public final class Samples {
    private long[] values = new long[1024];
    private int many;
    private boolean sorted;

    public void add(long nanos) {
        if (many == values.length) {
            values = Arrays.copyOf(values, many * 2);
        }
        values[many++] = nanos;
        sorted = false;
    }

    /** These and those. */
    public Samples with(Samples more) {
        for (int i = 0; i < more.many; i++) {
            add(more.values[i]);
        }
        return this;
    }

    public int many() {
        return many;
    }

    /** Milliseconds: the smallest that is no less than this share of all. */
    public double millis(double share) {
        if (many == 0) {
            throw new IllegalStateException("Nothing was measured.");
        }
        if (!sorted) {
            Arrays.sort(values, 0, many);
            sorted = true;
        }
        return values[Math.max(0, (int) Math.ceil(share * many) - 1)] / 1e6;
    }

    public double p50() {
        return millis(0.5);
    }

    public double p99() {
        return millis(0.99);
    }

    public double max() {
        return millis(1);
    }

    /** "1.2 / 3.4 / 5.6": p50, p99 and the longest, in milliseconds. */
    public String text() {
        return Spread.number(p50()) + " / " + Spread.number(p99()) + " / " + Spread.number(max());
    }
}
