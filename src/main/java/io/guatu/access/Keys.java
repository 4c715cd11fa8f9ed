package io.guatu.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.guatu.ledger.StrictJson;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signing keys: a JWK set (RFC 7517) of EC P-256 or Ed25519 keys with their private part. The first one signs, all
 * verify, so a new key is put first and the old one stays until its last token has expired.
 */
public final class Keys {
    private final List<JWK> keys;

    private Keys(List<JWK> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads the keys, or makes the first one when the file is not there. The file is readable by its owner only. Each key
     * has signed something that it then verified, just as tokens are.
     *
     * @throws IOException with a sentence for the person at the terminal when a key of the file is of no use
     */
    public static Keys load(Vertx vertx, Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        List<JWK> found = new ArrayList<>();
        for (JsonNode member : set(file)) {
            JWK key = parse(file, member, found.size() + 1);
            Optional<String> fault = KeyCheck.fault(key, found);
            if (fault.isPresent()) {
                throw new IOException("Key " + (found.size() + 1) + " in " + file + " " + fault.get() + ".");
            }
            found.add(key);
            if (!Signer.proves(vertx, new Keys(List.of(key)))) {
                throw new IOException("Key " + found.size() + " in " + file
                        + " cannot sign: what its private part signs, its public part does not verify.");
            }
        }
        if (found.isEmpty()) {
            throw new IOException("The key file " + file + " holds no key.");
        }
        return new Keys(found);
    }

    private static JsonNode set(Path file) throws IOException {
        try {
            JsonNode keys = StrictJson.read(Files.readAllBytes(file)).path("keys");
            if (keys.isArray()) {
                return keys;
            }
        } catch (StrictJson.Malformed e) {
            throw new IOException("The key file " + file + " is not JSON: " + e.getMessage(), e);
        }
        throw new IOException("The key file " + file + " is not a JSON Web Key Set: it has no list of \"keys\".");
    }

    private static JWK parse(Path file, JsonNode member, int place) throws IOException {
        try {
            return JWK.parse(member.toString());
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            // The library's words name what is wrong and never the private part.
            throw new IOException("Key " + place + " in " + file + " is no JSON Web Key: " + e.getMessage(), e);
        }
    }

    /** The name of the key that signs. */
    public String kid() {
        return keys.get(0).getKeyID();
    }

    public boolean knows(String kid) {
        return algorithm(kid).isPresent();
    }

    /** What the key of this name signs with: a token that says another is none of ours. */
    Optional<String> algorithm(String kid) {
        return keys.stream()
                .filter(key -> key.getKeyID().equals(kid))
                .findFirst()
                .flatMap(KeyCheck::algorithm)
                .map(JWSAlgorithm::getName);
    }

    /** HMAC-SHA256 under the key that signs: as long as that is the first, the same text has the same mark. */
    String mark(String text) {
        return HexFormat.of().formatHex(mac(secret(keys.get(0)), text));
    }

    /** A key of 256 bits for this purpose, made of the key of this name; empty when that is not among them any more. */
    Optional<byte[]> derived(String kid, String purpose) {
        return keys.stream()
                .filter(key -> key.getKeyID().equals(kid))
                .findFirst()
                .map(key -> mac(hash(secret(key)), purpose));
    }

    private static byte[] secret(JWK key) {
        return Base64.getUrlDecoder().decode(String.valueOf(key.toJSONObject().get("d")));
    }

    /** Of another key than what is marked: nobody learns a derived key by having its purpose marked. */
    private static byte[] hash(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has SHA-512
        }
    }

    private static byte[] mac(byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has HMAC-SHA256
        }
    }

    JsonObject signing() {
        return new JsonObject(keys.get(0).toJSONString());
    }

    List<JsonObject> verifying() {
        return keys.stream()
                .map(key -> new JsonObject(key.toPublicJWK().toJSONString()))
                .toList();
    }

    /** What everyone may know: the JWK set without the private parts. */
    public JsonObject published() {
        return new JsonObject(new JWKSet(keys).toString(true));
    }

    private static void create(Path file) throws IOException {
        try {
            byte[] kid = new byte[8];
            new SecureRandom().nextBytes(kid);
            JWK key = new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(HexFormat.of().formatHex(kid))
                    .generate();
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path partial = Files.createTempFile(
                    folder,
                    file.getFileName() + ".",
                    ".partial",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(partial, new JsonObject(new JWKSet(key).toString(false)).encodePrettily());
                appear(partial, file);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (JOSEException e) {
            throw new IOException("This Java cannot make an EC P-256 key.", e);
        }
    }

    /** Whole and once, however many start together: a link, unlike a move, replaces nothing. The first one's key is the key. */
    private static void appear(Path written, Path file) throws IOException {
        try {
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException quicker) {
            return;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(written, file);
        }
    }
}
