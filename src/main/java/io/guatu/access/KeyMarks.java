package io.guatu.access;

import io.guatu.ledger.AccessMarks;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 by keys that are made of the signing keys, and for this purpose alone. */
public final class KeyMarks implements AccessMarks {
    private static final String PURPOSE = "access log";

    private final Keys keys;

    public KeyMarks(Keys keys) {
        this.keys = keys;
    }

    @Override
    public String kid() {
        return keys.kid();
    }

    @Override
    public Optional<String> mark(String kid, String text) {
        return keys.derived(kid, PURPOSE).map(key -> mark(key, text));
    }

    private static String mark(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has HMAC-SHA256
        }
    }
}
