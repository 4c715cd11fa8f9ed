package io.guatu.bench.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured in turns, by what it is of: a figure of each round. */
public final class Rounds {
    /** Fewer say nothing of what else the machine does: {@code -Dbench.rounds=1} only shows whether a part works. */
    public static final int MANY = Integer.getInteger("bench.rounds", 5);

    /** Of what takes long and varies little. */
    public static final int FEW = Math.min(3, MANY);

    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    public void add(String of, double figure) {
        figures.computeIfAbsent(of, first -> new ArrayList<>()).add(figure);
    }

    public Spread of(String what) {
        return Spread.of(figures.getOrDefault(what, List.of()));
    }

    /** One beside the other, round by round: what the machine did else in a round it did to both. */
    public Spread ratio(String what, String beside) {
        List<Double> these = figures.getOrDefault(what, List.of());
        List<Double> those = figures.getOrDefault(beside, List.of());
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < Math.min(these.size(), those.size()); round++) {
            ratios.add(these.get(round) / those.get(round));
        }
        return Spread.of(ratios);
    }
}
