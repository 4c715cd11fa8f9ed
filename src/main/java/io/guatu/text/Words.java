package io.guatu.text;

import java.util.Map;

/** The texts of one language. A key that the language has not stands for itself. */
public interface Words {
    /** The text of a key, as it stands in the file. */
    String of(String key);

    /** Whether names are told in English. */
    boolean english();

    /** The text of a key with {@code {name}} filled in. */
    default String of(String key, String name, Object value) {
        return of(key, Map.of(name, value.toString()));
    }

    /** The text of a key with its {@code {parameters}} filled in. */
    default String of(String key, Map<String, String> parameters) {
        String sentence = english() ? Counted.of(of(key), parameters) : of(key);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            sentence = sentence.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return sentence;
    }
}
