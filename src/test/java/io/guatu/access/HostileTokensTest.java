package io.guatu.access;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.vertx.core.Vertx;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of whoever has the published keys, time, and a good memory for what other readers once took. */
class HostileTokensTest {
    private static final String CLAIMS =
            "{\"sub\":\"person:office\",\"iss\":\"guatu\",\"aud\":\"guatu\",\"iat\":1,\"exp\":4999999999}";
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final BigInteger FIELD =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);

    private static Vertx vertx;
    private static Tokens tokens;
    private static ECKey ours;
    private static ECKey theirs;

    @BeforeAll
    static void keys(@TempDir Path folder) throws Exception {
        vertx = Vertx.vertx();
        tokens = new Tokens(vertx, Keys.load(vertx, folder.resolve("keys.json")), Clock.systemUTC());
        ours = (ECKey)
                JWKSet.load(folder.resolve("keys.json").toFile()).getKeys().get(0);
        theirs = new ECKeyGenerator(Curve.P_256).keyID(ours.getKeyID()).generate();
    }

    @AfterAll
    static void close() {
        vertx.close().await();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private String header(String more) {
        return "{\"typ\":\"JWT\",\"alg\":\"ES256\",\"kid\":\"" + ours.getKeyID() + "\"" + more + "}";
    }

    private static String signed(ECKey by, String header) throws Exception {
        String text = encoded(header) + "." + encoded(CLAIMS);
        return text + "."
                + encoded(new ECDSASigner(by)
                        .sign(new JWSHeader(JWSAlgorithm.ES256), text.getBytes(StandardCharsets.UTF_8))
                        .decode());
    }

    private void refused(String token) {
        assertTrue(tokens.read(token).isEmpty(), token);
    }

    @Test
    void what_they_are_made_of_is_read_when_we_sign_it() throws Exception {
        assertTrue(tokens.read(signed(ours, header(""))).isPresent());
        refused(signed(theirs, header("")));
    }

    /** Who signs with what everybody knows: the published key as the secret of a MAC. */
    @Test
    void a_published_key_is_nobodys_secret() throws Exception {
        String published = ours.toPublicJWK().toJSONString();
        List<byte[]> secrets = List.of(
                ours.toECPublicKey().getEncoded(),
                ("-----BEGIN PUBLIC KEY-----\n"
                                + Base64.getMimeEncoder()
                                        .encodeToString(ours.toECPublicKey().getEncoded())
                                + "\n-----END PUBLIC KEY-----\n")
                        .getBytes(StandardCharsets.UTF_8),
                published.getBytes(StandardCharsets.UTF_8),
                ours.getX().decode(),
                new byte[1]);
        for (byte[] secret : secrets) {
            for (String named : List.of("HS256", "ES256")) {
                String text = encoded(header("").replace("ES256", named)) + "." + encoded(CLAIMS);
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                refused(text + "." + encoded(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
            }
        }
    }

    /** A key that comes along, or says where it lies. */
    @Test
    void a_token_brings_no_key() throws Exception {
        String key = theirs.toPublicJWK().toJSONString();
        for (String more : List.of(
                ",\"jwk\":" + key,
                ",\"jku\":\"http://127.0.0.1:1/keys\"",
                ",\"x5u\":\"http://127.0.0.1:1/chain\"",
                ",\"x5c\":[\"MIIB\"]",
                ",\"crit\":[\"b64\"],\"b64\":false",
                ",\"zip\":\"DEF\"",
                ",\"cty\":\"JWT\"")) {
            refused(signed(theirs, header(more)));
            refused(signed(ours, header(more)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"none\"",
                "\"None\"",
                "\"nOnE\"",
                "\"\"",
                "\"es256\"",
                "\"ES256 \"",
                "\"ES256K\"",
                "\"ES384\"",
                "\"PS256\"",
                "\"EdDSA\"",
                "[\"ES256\"]",
                "null",
                "256"
            })
    void an_algorithm_has_one_name(String algorithm) throws Exception {
        refused(signed(ours, header("").replace("\"ES256\"", algorithm)));
        String unsigned = encoded(header("").replace("\"ES256\"", algorithm)) + "." + encoded(CLAIMS) + ".";
        refused(unsigned);
        refused(unsigned + "AA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"../../../../dev/null\"",
                "\"' OR ''='\"",
                "\"\\u0000\"",
                "\"KID\\u0000\"",
                "\" KID\"",
                "[\"KID\"]",
                "null",
                "0",
                "\"\""
            })
    void a_key_has_one_name(String name) throws Exception {
        refused(signed(ours, header("").replace("\"" + ours.getKeyID() + "\"", name.replace("KID", ours.getKeyID()))));
    }

    @Test
    void a_signature_is_two_numbers_between_nothing_and_the_order() throws Exception {
        String text = signed(ours, header(""));
        String body = text.substring(0, text.lastIndexOf('.') + 1);
        List<BigInteger> numbers = List.of(
                BigInteger.ZERO,
                BigInteger.ONE,
                ORDER,
                ORDER.subtract(BigInteger.ONE),
                ORDER.add(BigInteger.ONE),
                FIELD,
                BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE));
        for (BigInteger r : numbers) {
            for (BigInteger s : numbers) {
                byte[] both = new byte[64];
                put(r, both, 0);
                put(s, both, 32);
                refused(body + encoded(both));
            }
        }
        refused(body);
        refused(body + encoded(new byte[63]));
        refused(body + encoded("none"));
    }

    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, into, at + 32 - length, length);
    }
}
