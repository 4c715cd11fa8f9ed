package io.guatu.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The identity of a contractor's company, on the whole board. How a company is written is no identity: a space at the end
 * would part a phone from its own history, and two firms of one name would see each other.
 */
public record CompanyId(String value) {
    /** @throws IllegalArgumentException when the value is not lower-case words joined by hyphens */
    public CompanyId {
        Slug.check("company id", value);
    }

    /**
     * The company that is the first of its name, and the one that is meant where only a name was told: the same for every
     * spelling that a person reads as the same, whatever its width, case, spaces or composition.
     */
    public static CompanyId named(String name) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(plain(name).getBytes(StandardCharsets.UTF_8));
            return new CompanyId("c-" + HexFormat.of().formatHex(hash, 0, 10));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    /** Whether two names are written the same way but for width, case, spaces or composition. */
    public static boolean sameName(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cf}]+", "")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
