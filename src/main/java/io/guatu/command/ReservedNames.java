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

    /** Letter case, width, blanks, hyphens and digits for letters make no other name. */
    static boolean has(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Z}\\p{C}\\p{P}\\s]", "")
                .replace('5', 's')
                .replace('0', 'o')
                .replace('1', 'l');
        return NAMES.contains(plain);
    }
}
