package io.guatu.schedule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What of a schedule is not in the plan that is proposed, by reason. @param names the first of them */
public record Left(Why why, int count, List<String> names) {
    private static final int MOST_NAMES = 50;

    public enum Why {
        /** Below the chosen level. */
        DETAIL,
        /** Above it, or, of milestones, all that is none. */
        OTHERS,
        /** It has no extent and nothing to weigh. */
        MILESTONE,
        INACTIVE,
        EXTERNAL,
        /** It goes on as long as others do. */
        EFFORT,
        NAMELESS,
        NO_DAYS,
        /** Days that no plan has. */
        DAYS,
        /** Dependencies other than from finish to start. */
        RELATION,
        /** A lag was left out, the dependency stays. */
        LAG,
        /** What it waits for finishes later than it starts. */
        OVERLAP,
        /** It would wait for itself. */
        LOOP
    }

    /** Notes them one by one. */
    static final class Notes {
        private final Map<Why, List<String>> names = new EnumMap<>(Why.class);
        private final Map<Why, Integer> counts = new EnumMap<>(Why.class);

        void add(Why why, String name) {
            counts.merge(why, 1, Integer::sum);
            List<String> so = names.computeIfAbsent(why, none -> new ArrayList<>());
            if (so.size() < MOST_NAMES) {
                so.add(name);
            }
        }

        void count(Why why) {
            counts.merge(why, 1, Integer::sum);
        }

        List<Left> all() {
            return counts.entrySet().stream()
                    .map(each -> new Left(
                            each.getKey(), each.getValue(), List.copyOf(names.getOrDefault(each.getKey(), List.of()))))
                    .toList();
        }
    }
}
