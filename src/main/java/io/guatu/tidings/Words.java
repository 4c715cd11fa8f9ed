package io.guatu.tidings;

import java.util.Map;

/** The texts of one language. */
public interface Words {
    /** The text of a key with its {@code {parameters}} filled in. */
    String text(String key, Map<String, String> parameters);

    /** Whether names are told in English. */
    boolean english();
}
