package io.guatu.access;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that an authenticator shows (RFC 6238, with the HMAC-SHA-1 that all of them know): six digits, good for half a minute. */
public final class Totp {
    private static final String ALGORITHM = "HmacSHA1";
    private static final int SECONDS = 30;
    private static final int DIGITS = 6;
    /** Phones' clocks differ, and people take their time: the code before, and the one after. */
    private static final int AROUND = 1;
    /** As long as the hash (RFC 4226, section 4). */
    private static final int SECRET_BYTES = 20;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** A new secret, in Base32 (RFC 4648) without padding. */
    public static String secret() {
        return random(SECRET_BYTES);
    }

    /** So many random bytes in Base32. */
    static String random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return base32(bytes);
    }

    /** The step whose code this is, if it is newer than the last that was used: no code is good twice. */
    public static OptionalLong step(String secret, String code, long last, Instant now) {
        long present = now.getEpochSecond() / SECONDS;
        for (long step = present - AROUND; step <= present + AROUND; step++) {
            byte[] right = code(bytes(secret), step, DIGITS).getBytes(StandardCharsets.US_ASCII);
            if (step > last && MessageDigest.isEqual(right, code.getBytes(StandardCharsets.UTF_8))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** What an authenticator reads from a QR code. */
    public static String address(String town, String person, String secret) {
        String issuer = encoded(town);
        return "otpauth://totp/" + issuer + ":" + encoded(person) + "?secret=" + secret + "&issuer=" + issuer;
    }

    /** The code of a step: HOTP (RFC 4226, section 5.3). */
    static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 15;
            int truncated = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            String code = Integer.toString(truncated);
            return "0".repeat(Math.max(0, digits - code.length()))
                    + code.substring(Math.max(0, code.length() - digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has HMAC-SHA-1
        }
    }

    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte each : bytes) {
            buffer = buffer << 8 | each & 255;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(buffer >> bits & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE32.charAt(buffer << 5 - bits & 31)).toString();
    }

    static byte[] bytes(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (char each : base32.toCharArray()) {
            buffer = buffer << 5 | BASE32.indexOf(each);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
