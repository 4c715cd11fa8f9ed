package io.guatu.ledger.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over an archive's members, each with its name and size before its bytes. */
final class Sum {
    private final MessageDigest digest;

    Sum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    void member(String name, long size) {
        digest.update((name + "\n" + size + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
    }

    /** Once, at the end. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
