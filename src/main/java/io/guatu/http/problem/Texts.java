package io.guatu.http.problem;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The sentences of problems, from the same text files as the pages': Chinese, or English for who asks for it. */
public final class Texts {
    private static final JsonObject ZH = load("zh");
    private static final JsonObject EN = load("en");

    /** The sentence of a code with its {@code {parameters}} filled in. */
    public String problem(String code, Map<String, String> parameters, String acceptLanguage) {
        JsonObject texts = english(acceptLanguage) ? EN : ZH;
        String sentence = texts.getString(code, texts.getString("internal"));
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            sentence = sentence.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return sentence;
    }

    private static boolean english(String acceptLanguage) {
        return acceptLanguage != null && acceptLanguage.trim().startsWith("en");
    }

    private static JsonObject load(String language) {
        try (InputStream file = Texts.class.getResourceAsStream("/webroot/text/" + language + ".json")) {
            return new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8)).getJsonObject("problem");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
