package io.guatu.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106, version 1.3) as its hashes are written everywhere: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. It
 * holds its memory while it computes and not beyond: a library that kept one more of it took a sixth of a town's heap.
 *
 * @param kibibytes of memory
 * @param passes over it
 */
record Argon2id(int kibibytes, int passes) {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern WRITTEN =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,4}),p=(\\d{1,3})\\$([^$]+)\\$([^$]+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A hash with a salt of its own. Takes tens of milliseconds. */
    String hash(String password) {
        byte[] salt = random(SALT_BYTES);
        return written(salt, computed(password, salt, kibibytes, passes, 1, HASH_BYTES));
    }

    /** What is no password's hash, and takes as long to be compared with one. Made at once. */
    String ofNothing() {
        return written(random(SALT_BYTES), random(HASH_BYTES));
    }

    /**
     * Whether it is the hash of this password, whatever cost the hash names. Takes as long as that says.
     *
     * @throws IllegalArgumentException when it is no hash of this kind
     */
    static boolean matches(String password, String hash) {
        Matcher written = WRITTEN.matcher(hash);
        if (!written.matches()) {
            throw new IllegalArgumentException("no Argon2id hash of version 19");
        }
        byte[] right = Base64.getDecoder().decode(written.group(5));
        byte[] computed = computed(
                password,
                Base64.getDecoder().decode(written.group(4)),
                Integer.parseInt(written.group(1)),
                Integer.parseInt(written.group(2)),
                Integer.parseInt(written.group(3)),
                right.length);
        return MessageDigest.isEqual(right, computed);
    }

    private String written(byte[] salt, byte[] hash) {
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + kibibytes + ",t=" + passes + ",p=1$" + text.encodeToString(salt) + "$"
                + text.encodeToString(hash);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] computed(String password, byte[] salt, int kibibytes, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
