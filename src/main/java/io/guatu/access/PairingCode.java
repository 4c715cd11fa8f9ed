package io.guatu.access;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a dark wall shows and the office types ({@code user_code}, RFC 8628): six of eighteen signs, 34 million codes. None of
 * them is taken for another from across a room (no 0 O D Q, 1 I L, 2 Z, 5 S, 8 B, 6 G, U V), and without vowels they spell no
 * word.
 */
public record PairingCode(String value) {
    public static final int LENGTH = 6;

    private static final String SIGNS = "34679CFHJKMNPRTWXY";
    private static final Pattern SHAPE = Pattern.compile("[" + SIGNS + "]{" + LENGTH + "}");
    /** What people put between the groups: spaces, hyphens and dashes of any kind, full stops. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}.·_]+");

    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException when it is none */
    public PairingCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("no pairing code: " + value);
        }
    }

    public static PairingCode random() {
        StringBuilder code = new StringBuilder();
        RANDOM.ints(LENGTH, 0, SIGNS.length()).forEach(sign -> code.append(SIGNS.charAt(sign)));
        return new PairingCode(code.toString());
    }

    /** As it was typed: in any case, in groups, in the full-width letters of a Chinese keyboard. Empty when it can be none. */
    public static Optional<PairingCode> typed(String text) {
        String plain = BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        return SHAPE.matcher(plain).matches() ? Optional.of(new PairingCode(plain)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
