package io.guatu.text;

import java.util.Map;
import java.util.regex.Pattern;

/** English counts: of one thing there is a day, a hazard, an entry. Sentences are written for many. As {@code counted.js} does. */
final class Counted {
    private static final Pattern MANY =
            Pattern.compile("\\{(\\w+)\\} (?!(?:is|was|has|does|appears|stops)\\b)([a-z]+?)(ies|s)\\b");

    private Counted() {}

    /** The sentence as it is said with these numbers; its {parameters} stay. */
    static String of(String sentence, Map<String, ?> parameters) {
        return MANY.matcher(sentence)
                .replaceAll(many -> "1".equals(String.valueOf(parameters.get(many.group(1))))
                        ? "{" + many.group(1) + "} " + many.group(2)
                                + (many.group(3).equals("ies") ? "y" : "")
                        : many.group().replace("$", "\\$"));
    }
}
