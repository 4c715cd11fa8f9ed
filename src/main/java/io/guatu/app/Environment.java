package io.guatu.app;

import java.time.DateTimeException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The environment, read name by name: every fault is noted, and every name that is known. */
record Environment(Map<String, String> environment, List<String> faults, Set<String> known) {
    Environment(Map<String, String> environment, List<String> faults) {
        this(environment, faults, new LinkedHashSet<>());
    }

    <T> T value(String name, String otherwise, Function<String, T> parse, String expected) {
        known.add(name);
        String text = environment.getOrDefault(name, "").isBlank() ? otherwise : environment.get(name);
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            // A value may be a secret or hold one: it is never repeated.
            faults.add(name + " must be " + expected + ".");
            return parse.apply(otherwise);
        }
    }

    <T> Optional<T> optional(String name, Function<String, T> parse, String expected) {
        Optional<T> none = Optional.empty();
        return value(name, "", text -> text.isEmpty() ? none : Optional.of(parse.apply(text)), expected);
    }
}
