package io.guatu.packing;

import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which texts a page may say: what its modules name, read as text and rather too many than one too few. A key that is put
 * together is known by its beginning or its end; one that begins with a name from elsewhere ({@code `${field}.${value}`}), by the
 * words that the modules or the forms' fields have for one.
 */
final class PageTexts {
    private static final Pattern NAMED = Pattern.compile("['\"`]([a-z][\\w.-]*)(?=['\"`])");
    private static final Pattern BEGUN = Pattern.compile("`([a-z][\\w.-]*)\\$\\{");
    private static final Pattern ENDED = Pattern.compile("`\\$\\{[^`]*?}([\\w.-]*[a-z][\\w.-]*)`");
    private static final Pattern FROM_ELSEWHERE = Pattern.compile("`\\$\\{[^`}]*}\\.\\$\\{");
    private static final Pattern WORD = Pattern.compile("'([a-z][\\w-]*)'");
    private static final Pattern FIELD = Pattern.compile("field\\.(?:.*\\.)?([\\w-]+)");

    private final Set<String> named = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Set<String> endings = new HashSet<>();

    /**
     * @param modules their text, one after the other
     * @param keys of all texts that there are
     */
    PageTexts(String modules, Set<String> keys) {
        each(NAMED, modules, name -> (name.endsWith(".") ? beginnings : named).add(name));
        each(BEGUN, modules, beginnings::add);
        each(ENDED, modules, endings::add);
        if (FROM_ELSEWHERE.matcher(modules).find()) {
            each(WORD, modules, word -> beginnings.add(word + "."));
            keys.forEach(key -> each(FIELD, key, field -> beginnings.add(field + ".")));
        }
    }

    private static void each(Pattern pattern, String text, Consumer<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.accept(matcher.group(1));
        }
    }

    boolean says(String key) {
        return named.contains(key)
                || beginnings.stream().anyMatch(key::startsWith)
                || endings.stream().anyMatch(key::endsWith);
    }

    /** Of all texts, those. What is no text (the server's problems) no page says. */
    JsonObject of(JsonObject all) {
        JsonObject some = new JsonObject();
        for (Map.Entry<String, Object> text : all) {
            if (text.getValue() instanceof String && says(text.getKey())) {
                some.put(text.getKey(), text.getValue());
            }
        }
        return some;
    }
}
