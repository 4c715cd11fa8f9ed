package io.guatu.bench.part;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All parts by their names, in the order in which they are measured and read. */
public final class Parts {
    private static final Map<String, Part> ALL = new LinkedHashMap<>();

    static {
        ALL.put("fanout", new FanOut());
        ALL.put("writes", new Writes());
        ALL.put("lit", new Lit());
        ALL.put("storm", new Storm());
        ALL.put("reconnect", new Reconnect());
        ALL.put("memory", new Memory());
        ALL.put("pages", new Pages());
        ALL.put("churn", new Churn());
        ALL.put("start", new Start());
        ALL.put("tls", new Encrypted());
        ALL.put("java", new Runtimes());
    }

    private Parts() {}

    public static Set<String> names() {
        return ALL.keySet();
    }

    public static Part of(String name) {
        return ALL.get(name);
    }

    /** @param names by commas; none: all */
    public static List<String> chosen(String names) {
        if (names.isBlank()) {
            return List.copyOf(ALL.keySet());
        }
        List<String> chosen = List.of(names.trim().split("\\s*,\\s*"));
        for (String name : chosen) {
            if (!ALL.containsKey(name)) {
                throw new IllegalArgumentException(
                        "There is no part " + name + ": " + String.join(", ", ALL.keySet()) + ".");
            }
        }
        return chosen;
    }
}
