package io.guatu.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets that the program must be able to read again (the addresses of robots, their keys), as they may lie in a database and
 * in its backups: AES-256-GCM under a key made of the signing keys, bound to whose they are. While an old signing key stays in
 * the key file, what was sealed under it opens.
 */
public final class Vault {
    private static final String PURPOSE = "guatu: what receivers are reached by";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Keys keys;
    private final SecureRandom random = new SecureRandom();

    public Vault(Keys keys) {
        this.keys = keys;
    }

    /** @param whose opens it again, and nobody else */
    public String seal(String secret, String whose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.kid(), nonce, whose)
                    .orElseThrow()
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return keys.kid() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has AES-GCM
        }
    }

    /** Empty when the key is gone under which it was sealed, or when it was sealed for somebody else. */
    public Optional<String> open(String sealed, String whose) {
        int dot = sealed.lastIndexOf('.');
        try {
            byte[] both = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
            byte[] nonce = new byte[NONCE_BYTES];
            ByteBuffer bytes = ByteBuffer.wrap(both).get(nonce);
            byte[] text = new byte[bytes.remaining()];
            bytes.get(text);
            Optional<Cipher> cipher = cipher(Cipher.DECRYPT_MODE, sealed.substring(0, Math.max(0, dot)), nonce, whose);
            return cipher.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new String(cipher.get().doFinal(text), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty(); // another key's, another receiver's, or cut off: nothing that is ours to read
        }
    }

    private Optional<Cipher> cipher(int mode, String kid, byte[] nonce, String whose) throws GeneralSecurityException {
        Optional<byte[]> key = keys.derived(kid, PURPOSE);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key.get(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(whose.getBytes(StandardCharsets.UTF_8));
        return Optional.of(cipher);
    }
}
