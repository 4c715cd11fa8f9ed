package io.guatu.bench.figure;

import java.util.List;
import java.util.Locale;

/** What several rounds gave: the median, and the least and the most, without which a median says nothing. */
public record Spread(double median, double least, double most, int rounds) {
    public static Spread of(List<Double> rounds) {
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("No round was measured.");
        }
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1), sorted.size());
    }

    /** "15.3 (14.9–16.0)". */
    public String text() {
        return number(median) + " (" + number(least) + "–" + number(most) + ")";
    }

    /** Three digits of it, as a person would write them. */
    public static String number(double value) {
        int digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
