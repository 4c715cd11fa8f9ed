package io.guatu.courier;

import io.guatu.tidings.Words;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words of messages, from the same text files as the pages', each read once. */
public final class TextFile implements Words {
    private static final Map<String, JsonObject> READ = new ConcurrentHashMap<>();

    private final JsonObject texts;
    private final boolean english;

    public TextFile(String language) {
        this.english = language.equals("en");
        this.texts = READ.computeIfAbsent(language, TextFile::read);
    }

    private static JsonObject read(String language) {
        try (InputStream file = TextFile.class.getResourceAsStream("/webroot/text/" + language + ".json")) {
            return new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String text(String key, Map<String, String> parameters) {
        String sentence = texts.getString(key, key);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            sentence = sentence.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return sentence;
    }

    @Override
    public boolean english() {
        return english;
    }
}
