package io.guatu.ledger;

import io.guatu.domain.SealHash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The hashes of seals. */
final class Hashing {
    private Hashing() {}

    static byte[] of(SealHash hash, byte[] bytes) {
        if (hash == SealHash.SM3) {
            SM3Digest sm3 = new SM3Digest();
            sm3.update(bytes, 0, bytes.length);
            byte[] digest = new byte[sm3.getDigestSize()];
            sm3.doFinal(digest, 0);
            return digest;
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
