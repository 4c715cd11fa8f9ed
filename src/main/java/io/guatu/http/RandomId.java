package io.guatu.http;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Ids that nobody chooses: 80 random bits, lower-case. */
final class RandomId {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomId() {}

    static String with(String prefix) {
        return prefix + new BigInteger(80, RANDOM).toString(36);
    }
}
