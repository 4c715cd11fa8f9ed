package io.guatu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.guatu.domain.PersonId;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class TokensTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static final String HEADER = "{\"typ\":\"JWT\",\"alg\":\"ES256\",\"kid\":\"KID\"}";
    private static final String CLAIMS =
            "{\"sub\":\"person:wang\",\"iss\":\"guatu\",\"aud\":\"guatu\",\"iat\":1,\"exp\":4999999999}";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    @TempDir
    Path folder;

    private Vertx vertx;
    private Tokens tokens;
    private String good;

    @BeforeEach
    void keys(Vertx ours) throws IOException {
        vertx = ours;
        tokens = new Tokens(vertx, Keys.load(vertx, folder.resolve("keys.json")), Clock.systemUTC());
        good = tokens.issue(
                new Subject.Person(new PersonId("wang")), Instant.now().plusSeconds(60));
    }

    @Test
    void its_dates_are_whole_seconds_and_the_millisecond_is_known_all_the_same() {
        Instant issued = Instant.ofEpochMilli(1_690_000_000_123L);
        String token = tokens.issue(
                new Subject.Person(new PersonId("wang")), issued, Instant.now().plusSeconds(60));
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        assertTrue(claims.matches(".*\"iat\":1690000000[,}].*") && claims.matches(".*\"exp\":\\d+[,}].*"), claims);
        assertEquals(issued, tokens.read(token).orElseThrow().issued());
    }

    @Test
    void a_node_whose_clock_is_hours_ahead_locks_nobody_out() {
        Instant issued = Instant.now().plusSeconds(8 * 3_600);
        String token = tokens.issue(new Subject.Person(new PersonId("wang")), issued, issued.plusSeconds(60));
        assertTrue(tokens.read(token).isPresent());
    }

    @Test
    void our_own_token_is_read() {
        assertEquals("person:wang", tokens.read(good).orElseThrow().subject().toString());
    }

    @Test
    void the_key_file_is_its_owners_alone_and_the_published_keys_have_no_private_part() throws IOException {
        Path file = folder.resolve("keys.json");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(!Keys.load(vertx, file).published().encode().contains("\"d\""));
    }

    @Test
    void what_strangers_write_is_no_token() throws IOException {
        String[] parts = good.split("\\.");
        String none = encode("{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"x\"}");
        refuse("unsigned", none + "." + parts[1] + ".");
        refuse("unsigned with a signature", none + "." + parts[1] + "." + parts[2]);
        refuse("two parts", parts[0] + "." + parts[1]);
        refuse("four parts", good + ".x");
        refuse("padding", good + "=");
        refuse("a space", " " + good);
        refuse("another spelling of the same bytes", otherSpelling(good));
        refuse(
                "changed claims",
                parts[0] + "."
                        + encode(
                                "{\"sub\":\"person:office\",\"exp\":9999999999,\"iat\":1,\"iss\":\"guatu\",\"aud\":\"guatu\"}")
                        + "." + parts[2]);
        refuse(
                "exp as text",
                parts[0] + "."
                        + encode(
                                "{\"sub\":\"person:wang\",\"exp\":\"9\",\"iat\":1,\"iss\":\"guatu\",\"aud\":\"guatu\"}")
                        + "." + parts[2]);
        refuse(
                "no exp",
                parts[0] + "." + encode("{\"sub\":\"person:wang\",\"iat\":1,\"iss\":\"guatu\",\"aud\":\"guatu\"}") + "."
                        + parts[2]);
        refuse("nothing", "");
        refuse("not JSON", "a.b.c");
        Tokens others = new Tokens(vertx, Keys.load(vertx, folder.resolve("others.json")), Clock.systemUTC());
        refuse(
                "another town's",
                others.issue(
                        new Subject.Person(new PersonId("wang")), Instant.now().plusSeconds(60)));
        refuse(
                "expired",
                tokens.issue(
                        new Subject.Person(new PersonId("wang")), Instant.now().minusSeconds(1)));
    }

    @Test
    void what_we_signed_ourselves_is_refused_when_it_is_not_strictly_a_token() throws Exception {
        assertTrue(tokens.read(signed(HEADER, CLAIMS)).isPresent());
        for (String exp : List.of(
                "1e300",
                "9223372036854775808",
                "9223372036854775807",
                "-1",
                "4.5e9",
                "\"4999999999\"",
                "null",
                "1e9999")) {
            refuse("exp " + exp, signed(HEADER, CLAIMS.replace("4999999999", exp)));
        }
        refuse("exp 4999999999.5", signed(HEADER, CLAIMS.replace("4999999999", "4999999999.5")));
        long inTwoDays = Instant.now().getEpochSecond() + 2 * 86_400;
        for (String iat :
                List.of("1e300", "-5", "\"1\"", "null", "[1]", "1.5", "1.0", "1e0", String.valueOf(inTwoDays))) {
            refuse("iat " + iat, signed(HEADER, CLAIMS.replace("\"iat\":1", "\"iat\":" + iat)));
        }
        for (String ms : List.of("-1", "1000", "0.5", "\"1\"", "null")) {
            refuse("ms " + ms, signed(HEADER, CLAIMS.replace("\"iat\":1", "\"iat\":1,\"ms\":" + ms)));
        }
        for (String nbf : List.of("1", "1.5", "4999999998", "null")) {
            refuse("nbf " + nbf, signed(HEADER, CLAIMS.replace("\"iat\":1", "\"iat\":1,\"nbf\":" + nbf)));
        }
        refuse("a claim twice", signed(HEADER, CLAIMS.replace("{", "{\"sub\":\"person:office\",")));
        refuse("a header member twice", signed(HEADER.replace("{", "{\"alg\":\"none\","), CLAIMS));
        refuse("a header member more", signed(HEADER.replace("{", "{\"crit\":[\"x\"],"), CLAIMS));
        refuse("a comment", signed(HEADER, CLAIMS.replace("{", "{/* */")));
        refuse("a byte order mark", signed(HEADER, "\uFEFF" + CLAIMS));
        refuse("half a character", signed(HEADER, CLAIMS.replace("person:wang", "person:wang\\ud800")));
        refuse("more behind it", signed(HEADER, CLAIMS + "{}"));
        refuse("another algorithm's name", signed(HEADER.replace("ES256", "EdDSA"), CLAIMS));
        refuse("nobody's key", signed(HEADER.replaceFirst("\"kid\":\"[^\"]*\"", "\"kid\":\"x\""), CLAIMS));
        byte[] overlong = {'"', (byte) 0xC0, (byte) 0xAF, '"'};
        refuse("overlong UTF-8", signed(HEADER.getBytes(StandardCharsets.UTF_8), overlong));
    }

    @Test
    void a_signature_has_one_form() throws Exception {
        String[] parts = signed(HEADER, CLAIMS).split("\\.");
        String body = parts[0] + "." + parts[1] + ".";
        byte[] raw = Base64.getUrlDecoder().decode(parts[2]);
        refuse("DER", body + BASE64.encodeToString(ECDSA.transcodeSignatureToDER(raw)));
        refuse("over-long", body + BASE64.encodeToString(Arrays.copyOf(raw, 65)));
        byte[] padded = new byte[66];
        System.arraycopy(raw, 0, padded, 1, 32);
        System.arraycopy(raw, 32, padded, 34, 32);
        refuse("with zeros before", body + BASE64.encodeToString(padded));
        refuse("short", body + BASE64.encodeToString(Arrays.copyOf(raw, 63)));
        refuse("zeros", body + BASE64.encodeToString(new byte[64]));
    }

    /** A token with exactly these texts and a good signature of our key. */
    private String signed(String header, String claims) throws Exception {
        return signed(header.getBytes(StandardCharsets.UTF_8), claims.getBytes(StandardCharsets.UTF_8));
    }

    private String signed(byte[] header, byte[] claims) throws Exception {
        ECKey key = (ECKey)
                JWKSet.load(folder.resolve("keys.json").toFile()).getKeys().get(0);
        String head = new String(header, StandardCharsets.UTF_8).replace("KID", key.getKeyID());
        String text =
                BASE64.encodeToString(head.getBytes(StandardCharsets.UTF_8)) + "." + BASE64.encodeToString(claims);
        byte[] signature = new ECDSASigner(key)
                .sign(new JWSHeader(JWSAlgorithm.ES256), text.getBytes(StandardCharsets.UTF_8))
                .decode();
        return text + "." + BASE64.encodeToString(signature);
    }

    private void refuse(String what, String token) {
        assertTrue(tokens.read(token).isEmpty(), what);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The last character of 86 carries two bits that decode to nothing. */
    private static String otherSpelling(String token) {
        char last = token.charAt(token.length() - 1);
        return token.substring(0, token.length() - 1) + ALPHABET.charAt(ALPHABET.indexOf(last) ^ 1);
    }
}
