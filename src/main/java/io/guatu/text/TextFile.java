package io.guatu.text;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The pages' own text file of a language, read once. What stands in a group there has the group's name before its own. */
public final class TextFile implements Words {
    public static final TextFile ZH = new TextFile("zh");
    public static final TextFile EN = new TextFile("en");

    private final Map<String, String> texts = new HashMap<>();
    private final boolean english;

    private TextFile(String language) {
        this.english = language.equals("en");
        try (InputStream file = TextFile.class.getResourceAsStream("/webroot/text/" + language + ".json")) {
            read("", new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String group, JsonObject from) {
        from.forEach(each -> {
            if (each.getValue() instanceof JsonObject inner) {
                read(group + each.getKey() + ".", inner);
            } else {
                texts.put(group + each.getKey(), each.getValue().toString());
            }
        });
    }

    /** @param language as somebody asked for it: English where it begins with {@code en}, else Chinese; null is Chinese */
    public static TextFile in(String language) {
        return language != null && language.trim().startsWith("en") ? EN : ZH;
    }

    /** Whether the language has it. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    @Override
    public String of(String key) {
        return texts.getOrDefault(key, key);
    }

    @Override
    public boolean english() {
        return english;
    }
}
