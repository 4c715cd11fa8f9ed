package io.guatu.http.answer;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Ids that nobody chooses: 80 random bits, lower-case. */
public final class RandomId {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomId() {}

    public static String with(String prefix) {
        return prefix + new BigInteger(80, RANDOM).toString(36);
    }
}
