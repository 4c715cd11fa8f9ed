package io.guatu.report;

/** The texts of one language. */
@FunctionalInterface
public interface Words {
    /** The text of a key, as it stands in the file. */
    String of(String key);

    /** The text of a key with {@code {name}} filled in. */
    default String of(String key, String name, Object value) {
        return of(key).replace("{" + name + "}", value.toString());
    }
}
