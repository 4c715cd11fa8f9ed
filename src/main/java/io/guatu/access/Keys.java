package io.guatu.access;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signing keys: a JWK set (RFC 7517) of EC P-256 keys with their private part. The first one signs, all verify, so a
 * new key is put first and the old one stays until its last token has expired.
 */
public final class Keys {
    private final List<JsonObject> keys;

    private Keys(List<JsonObject> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads the keys, or makes the first one when the file is not there. The file is readable by its owner only.
     *
     * @throws IOException with a sentence for the person at the terminal when the file holds no usable key
     */
    public static Keys load(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        try {
            JsonArray set = new JsonObject(Files.readString(file)).getJsonArray("keys", new JsonArray());
            List<JsonObject> usable = IntStream.range(0, set.size())
                    .mapToObj(set::getJsonObject)
                    .filter(key -> "EC".equals(key.getString("kty"))
                            && "P-256".equals(key.getString("crv"))
                            && key.getString("kid") != null
                            && key.getString("x") != null
                            && key.getString("y") != null
                            && key.getString("d") != null)
                    .toList();
            if (usable.isEmpty()) {
                throw new IOException("The key file " + file + " holds no EC P-256 key with kid, x, y and d.");
            }
            if (!lastHeard(usable.get(0))) {
                throw new IOException("The first key in " + file + " cannot sign: its parts do not belong together.");
            }
            return new Keys(usable);
        } catch (DecodeException | ClassCastException e) {
            throw new IOException("The key file " + file + " is not a JSON Web Key Set.", e);
        }
    }

    /** The name of the key that signs. */
    public String kid() {
        return keys.get(0).getString("kid");
    }

    public boolean knows(String kid) {
        return keys.stream().anyMatch(key -> key.getString("kid").equals(kid));
    }

    /** HMAC-SHA256 under the key that signs: as long as that is the first, the same text has the same mark. */
    String mark(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(keys.get(0).getString("d")), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has HMAC-SHA256
        }
    }

    JsonObject signing() {
        return keys.get(0).copy();
    }

    List<JsonObject> verifying() {
        return keys.stream().map(Keys::open).toList();
    }

    /** What everyone may know: the JWK set without the private parts. */
    public JsonObject published() {
        JsonArray open = new JsonArray();
        verifying().forEach(open::add);
        return new JsonObject().put("keys", open);
    }

    private static JsonObject open(JsonObject key) {
        JsonObject open = key.copy();
        open.remove("d");
        return open;
    }

    /** Whether what the private part signs, the public part verifies. */
    private static boolean lastHeard(JsonObject key) {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            ECParameterSpec p256 = curve.getParameterSpec(ECParameterSpec.class);
            KeyFactory factory = KeyFactory.getInstance("EC");
            Signature signature = Signature.getInstance("SHA256withECDSA");
            byte[] said = {1};
            signature.initSign(factory.generatePrivate(new ECPrivateKeySpec(number(key, "d"), p256)));
            signature.update(said);
            byte[] signed = signature.sign();
            ECPoint open = new ECPoint(number(key, "x"), number(key, "y"));
            signature.initVerify(factory.generatePublic(new ECPublicKeySpec(open, p256)));
            signature.update(said);
            return signature.verify(signed);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static BigInteger number(JsonObject key, String part) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.getString(part)));
    }

    private static void create(Path file) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            ECPublicKey open = (ECPublicKey) pair.getPublic();
            byte[] kid = new byte[8];
            new SecureRandom().nextBytes(kid);
            JsonObject key = new JsonObject()
                    .put("kty", "EC")
                    .put("crv", "P-256")
                    .put("alg", "ES256")
                    .put("use", "sig")
                    .put("kid", HexFormat.of().formatHex(kid))
                    .put("x", coordinate(open.getW().getAffineX()))
                    .put("y", coordinate(open.getW().getAffineY()))
                    .put("d", coordinate(((ECPrivateKey) pair.getPrivate()).getS()));
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Path partial = file.resolveSibling(file.getFileName() + ".partial");
            Files.deleteIfExists(partial);
            Files.createFile(
                    partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    partial,
                    new JsonObject().put("keys", new JsonArray().add(key)).encodePrettily());
            Files.move(partial, file);
        } catch (GeneralSecurityException e) {
            throw new IOException("This Java cannot make an EC P-256 key.", e);
        }
    }

    /** 32 bytes, big-endian, base64url without padding (RFC 7518, 6.2.1.2). */
    private static String coordinate(BigInteger value) {
        byte[] raw = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(raw.length, 32);
        System.arraycopy(raw, raw.length - length, fixed, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
