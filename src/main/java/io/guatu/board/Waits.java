package io.guatu.board;

import io.guatu.board.Wait.Party;
import io.guatu.board.Wait.Step;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much waits for whose turn. Only parties are counted, never persons, and always in the same order: nobody is ranked by
 * it. What is 0 is in neither map.
 */
public record Waits(Map<Step, Long> all, Map<Step, Long> overdue) {
    static final Waits NONE = new Waits(Map.of(), Map.of());

    /** @param overdue how many of {@code all} are past their last day; {@code steps}: how many of each kind there are */
    public record OfParty(long all, long overdue, Map<Step, Long> steps) {}

    static Waits of(List<Wait> waits) {
        Map<Step, Long> all = new EnumMap<>(Step.class);
        Map<Step, Long> overdue = new EnumMap<>(Step.class);
        for (Wait wait : waits) {
            all.merge(wait.step(), 1L, Long::sum);
            if (wait.past() != null) {
                overdue.merge(wait.step(), 1L, Long::sum);
            }
        }
        return new Waits(all, overdue);
    }

    Waits combined(Waits other, int sign) {
        return new Waits(combined(all, other.all, sign), combined(overdue, other.overdue, sign));
    }

    /** Every party is there, also where nothing waits for it. */
    Map<Party, OfParty> byParty() {
        Map<Party, OfParty> parties = new LinkedHashMap<>();
        for (Party party : Party.values()) {
            Map<Step, Long> steps = new LinkedHashMap<>();
            Arrays.stream(Step.values())
                    .filter(step -> step.party() == party && all.containsKey(step))
                    .forEach(step -> steps.put(step, all.get(step)));
            long late = overdue.entrySet().stream()
                    .filter(entry -> entry.getKey().party() == party)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            parties.put(
                    party,
                    new OfParty(
                            steps.values().stream().mapToLong(Long::longValue).sum(), late, steps));
        }
        return parties;
    }

    private static Map<Step, Long> combined(Map<Step, Long> one, Map<Step, Long> other, int sign) {
        Map<Step, Long> sum = new EnumMap<>(Step.class);
        sum.putAll(one);
        other.forEach((step, n) -> sum.merge(step, sign * n, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b)));
        return sum;
    }
}
