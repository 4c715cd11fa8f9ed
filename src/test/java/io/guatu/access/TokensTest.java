package io.guatu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.domain.PersonId;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @TempDir
    Path folder;

    private Vertx vertx;
    private Tokens tokens;
    private String good;

    @BeforeEach
    void keys() throws IOException {
        vertx = Vertx.vertx();
        tokens = new Tokens(vertx, Keys.load(folder.resolve("keys.json")), Clock.systemUTC());
        good = tokens.issue(
                new Subject.Person(new PersonId("wang")), Instant.now().plusSeconds(60));
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void our_own_token_is_read() {
        assertEquals("person:wang", tokens.read(good).orElseThrow().subject().toString());
    }

    @Test
    void the_key_file_is_its_owners_alone_and_the_published_keys_have_no_private_part() throws IOException {
        Path file = folder.resolve("keys.json");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(!Keys.load(file).published().encode().contains("\"d\""));
    }

    @Test
    void no_usable_key_is_no_start() throws IOException {
        Path file = folder.resolve("empty.json");
        Files.writeString(file, "{\"keys\":[]}");
        assertThrows(IOException.class, () -> Keys.load(file));
    }

    @Test
    void a_key_whose_parts_do_not_belong_together_is_no_start() throws IOException {
        Path other = folder.resolve("other.json");
        Keys.load(other);
        String right = Files.readString(folder.resolve("keys.json"));
        String left = Files.readString(other);
        Path mixed = folder.resolve("mixed.json");
        Files.writeString(
                mixed,
                right.replaceFirst("\"d\" : \"[^\"]*\"", left.replaceFirst("(?s).*(\"d\" : \"[^\"]*\").*", "$1")));
        assertThrows(IOException.class, () -> Keys.load(mixed));
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
        Tokens others = new Tokens(vertx, Keys.load(folder.resolve("others.json")), Clock.systemUTC());
        refuse(
                "another town's",
                others.issue(
                        new Subject.Person(new PersonId("wang")), Instant.now().plusSeconds(60)));
        refuse(
                "expired",
                tokens.issue(
                        new Subject.Person(new PersonId("wang")), Instant.now().minusSeconds(1)));
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
