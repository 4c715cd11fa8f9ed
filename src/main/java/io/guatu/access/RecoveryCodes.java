package io.guatu.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What opens a log-in instead of an authenticator's code, once each: for a phone that is lost. */
public final class RecoveryCodes {
    private static final int MANY = 8;
    /** Eighty bits: sixteen letters and digits, none of them 0, 1, 8 or 9. */
    private static final int BYTES = 10;

    private RecoveryCodes() {}

    /** In groups of four, to be written down. */
    public static List<String> made() {
        return Stream.generate(() -> Totp.random(BYTES).replaceAll("(.{4})(?=.)", "$1-"))
                .limit(MANY)
                .toList();
    }

    /** As it was made, however it was typed. */
    public static String plain(String code) {
        return "recovery " + code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
