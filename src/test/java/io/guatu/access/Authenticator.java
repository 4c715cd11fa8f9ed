package io.guatu.access;

import java.time.Instant;

/** What a phone shows. */
public final class Authenticator {
    private static final int SECONDS = 30;
    private static final int DIGITS = 6;

    private Authenticator() {}

    public static String code(String secret, Instant now) {
        return Totp.code(Totp.bytes(secret), now.getEpochSecond() / SECONDS, DIGITS);
    }
}
