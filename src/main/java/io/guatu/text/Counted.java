package io.guatu.text;

import java.util.Map;
import java.util.regex.Pattern;

/** English counts: of one thing there is a day, a hazard, an entry. Sentences are written for many. As {@code counted.js} does. */
final class Counted {
    private static final Pattern MANY = Pattern.compile(
            "\\{(\\w+)\\} (?!(?:is|was|has|does|appears|stops)\\b)([a-z]+?)(ies|s)\\b(?: (were|are)\\b)?");
    private static final Pattern THEY = Pattern.compile("\\{(\\w+)\\} (were|are)\\b");

    private Counted() {}

    /** The sentence as it is said with these numbers; its {parameters} stay. */
    static String of(String sentence, Map<String, ?> parameters) {
        String things = MANY.matcher(sentence)
                .replaceAll(many -> one(parameters, many.group(1))
                        ? "{" + many.group(1) + "} " + many.group(2)
                                + (many.group(3).equals("ies") ? "y" : "")
                                + (many.group(4) == null ? "" : " " + it(many.group(4)))
                        : many.group().replace("$", "\\$"));
        return THEY.matcher(things)
                .replaceAll(many -> one(parameters, many.group(1))
                        ? "{" + many.group(1) + "} " + it(many.group(2))
                        : many.group().replace("$", "\\$"));
    }

    private static boolean one(Map<String, ?> parameters, String name) {
        return "1".equals(String.valueOf(parameters.get(name)));
    }

    private static String it(String they) {
        return they.equals("were") ? "was" : "is";
    }
}
