package io.guatu.command;

import io.guatu.domain.Author;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * What the program itself is called in the ledger: an account or a contractor of that name, or of one that reads like it, would
 * look as if the program had spoken.
 */
final class ReservedNames {
    private static final Set<String> NAMES =
            Set.of(Author.SYSTEM.id(), Author.SYSTEM.name(), "系统", "挂图系统", "guatu", "挂图guatu");

    private ReservedNames() {}

    /** What looks like the letters of these names, in pairs: Cyrillic, Greek and Latin letters, digits and signs, traditional characters. */
    private static final String LOOKS_LIKE =
            "\u0455s\ua731s$s5s\u0443y\u03b3y\u04afy\u028fy\u0442t\u03c4t\u1d1bt\u0435e\u0454e\u03b5e\u20ace3e\u1d07e"
                    + "\u043cm\u03bcm\u1d0dm\u0261g\u0581g9g\u057du\u03c5u\u1d1cu\u0430a\u03b1a\u1d00a@a4a統统係系掛挂圖图";

    /** Letter case, width, blanks, hyphens, marks, and signs that look like a letter make no other name. */
    static boolean has(String name) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Z}\\p{C}\\p{P}\\p{M}\\s\\u115f\\u1160&&[^@]]", "")
                .chars()
                .forEach(letter -> plain.append(plain(letter)));
        return NAMES.contains(plain.toString());
    }

    private static char plain(int letter) {
        for (int i = 0; i < LOOKS_LIKE.length(); i += 2) {
            if (LOOKS_LIKE.charAt(i) == letter) {
                return LOOKS_LIKE.charAt(i + 1);
            }
        }
        return (char) letter;
    }
}
