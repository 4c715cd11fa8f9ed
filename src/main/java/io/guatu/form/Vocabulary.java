package io.guatu.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Other words for figures, functions and signs ({@code figures.json}): as headings of forms have them. */
public final class Vocabulary {
    private static final JsonNode TABLE = read();
    private static final Map<String, String> FIGURES = turned("figures");
    private static final Map<String, String> FUNCTIONS = turned("functions");
    private static final Map<String, String> SIGNS = turned("signs");

    private Vocabulary() {}

    static Optional<Figure> figure(String word) {
        return Optional.ofNullable(FIGURES.get(plain(word))).flatMap(Figure::byWord);
    }

    static Optional<Function> function(String word) {
        String known = FUNCTIONS.getOrDefault(plain(word), plain(word));
        return Function.byWord(known);
    }

    /** {@code and}, {@code or}; the word itself where it is no sign. */
    static String sign(String word) {
        return SIGNS.getOrDefault(plain(word), plain(word));
    }

    /** The words for a figure, those that headings have too. */
    public static List<String> words(Figure figure) {
        List<String> words = new ArrayList<>();
        TABLE.path("figures").path(figure.word()).forEach(word -> words.add(word.textValue()));
        return words;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> turned(String part) {
        Map<String, String> turned = new LinkedHashMap<>();
        TABLE.path(part).properties().forEach(each -> each.getValue()
                .forEach(word -> turned.put(plain(word.textValue()), each.getKey())));
        return turned;
    }

    private static JsonNode read() {
        try (InputStream json = Vocabulary.class.getResourceAsStream("/figures.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
