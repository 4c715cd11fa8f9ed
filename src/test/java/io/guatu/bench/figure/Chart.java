package io.guatu.bench.figure;

import java.util.ArrayList;
import java.util.List;

/** Bars beside one another, in one unit; the shorter the better, or the longer. */
public final class Chart {
    /** @param ours the board's own, which stands out */
    public record Bar(String label, Spread spread, boolean ours) {}

    private final String title;
    private final String unit;
    private final List<Bar> bars = new ArrayList<>();

    public Chart(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    public Chart ours(String label, Spread spread) {
        bars.add(new Bar(label, spread, true));
        return this;
    }

    public Chart beside(String label, Spread spread) {
        bars.add(new Bar(label, spread, false));
        return this;
    }

    public String title() {
        return title;
    }

    public String unit() {
        return unit;
    }

    public List<Bar> bars() {
        return bars;
    }
}
