package io.guatu.http.problem;

import io.guatu.text.TextFile;
import java.util.Map;

/** The sentences of problems, from the same text files as the pages': Chinese, or English for who asks for it. */
public final class Texts {
    private Texts() {}

    /** The sentence of a code with its {@code {parameters}} filled in. */
    public static String problem(String code, Map<String, String> parameters, String acceptLanguage) {
        TextFile words = TextFile.in(acceptLanguage);
        String key = "problem." + code;
        return words.of(words.has(key) ? key : "problem.internal", parameters);
    }
}
