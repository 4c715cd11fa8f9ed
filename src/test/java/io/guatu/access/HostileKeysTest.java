package io.guatu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that are nearly keys: none is taken, and each refusal names the file. */
class HostileKeysTest {
    private static final String ORDER = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

    @TempDir
    Path folder;

    private static Vertx vertx;
    private static ECKey good;

    @BeforeAll
    static void open() throws Exception {
        vertx = Vertx.vertx();
        good = new ECKeyGenerator(Curve.P_256).keyID("a").generate();
    }

    @AfterAll
    static void close() {
        vertx.close().await();
    }

    private Keys load(String key) throws IOException {
        return Keys.load(vertx, Files.writeString(folder.resolve("given.json"), "{\"keys\":[" + key + "]}"));
    }

    private void refused(String key) {
        String said = assertThrows(IOException.class, () -> load(key), key).getMessage();
        assertTrue(said.contains("given.json"), said);
    }

    private String with(String member, String value) {
        String json = good.toJSONString();
        String changed = json.replaceFirst("\"" + member + "\":\"[^\"]*\"", "\"" + member + "\":" + value);
        assertTrue(!changed.equals(json), member);
        return changed;
    }

    private static String number(String hex) {
        return "\"" + Base64URL.encode(new BigInteger(hex, 16).toByteArray()) + "\"";
    }

    @Test
    void the_one_that_they_are_made_of_is_a_key() throws IOException {
        assertEquals("a", load(good.toJSONString()).kid());
    }

    @Test
    void points_that_are_on_no_curve_and_numbers_that_are_no_secret() {
        byte[] y = good.getY().decode();
        y[31] ^= 1;
        refused(with("y", "\"" + Base64URL.encode(y) + "\""));
        refused(with("x", number("0")));
        refused(with("y", number("1")));
        refused(with("d", number("0")));
        refused(with("d", number("1")));
        refused(with("d", number(ORDER)));
        BigInteger more = good.getD().decodeToBigInteger().add(new BigInteger(ORDER, 16));
        refused(with("d", number(more.toString(16))));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "crv, `\"P-256K\"`",
                "crv, `\"secp256k1\"`",
                "crv, `\"Ed25519\"`",
                "crv, `\"p-256\"`",
                "crv, `null`",
                "kty, `\"RSA\"`",
                "kty, `\"oct\"`",
                "kty, `\"ec\"`",
                "kty, `[\"EC\"]`",
                "kty, `null`",
                "x, `null`",
                "x, `7`",
                "x, `\"\"`",
                "x, `\"AA\"`",
                "x, `\"%%%\"`",
                "d, `\"\"`",
                "d, `{}`",
                "kid, `\"\"`",
                "kid, `\" \"`",
                "kid, `null`",
                "kid, `[]`",
            })
    void members_that_say_something_else(String member, String value) {
        refused(with(member, value));
    }

    @Test
    void a_member_that_comes_twice_and_what_is_behind_the_end() {
        refused(good.toJSONString().replaceFirst("\\{", "{\"d\":\"AA\","));
        refused(good.toJSONString() + "]}{\"keys\":[");
        refused(good.toJSONString() + ",");
        refused("/* */" + good.toJSONString());
    }
}
