package io.guatu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import io.guatu.domain.PersonId;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key file is of use, all of it, or the program does not start and says which key is not. */
class KeysTest {
    @TempDir
    Path folder;

    private Vertx vertx;

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private Keys load(String... keys) throws IOException {
        return file("{\"keys\":[" + String.join(",", keys) + "]}");
    }

    private Keys file(String text) throws IOException {
        return Keys.load(vertx, Files.writeString(folder.resolve("given.json"), text));
    }

    private void refused(String word, String... keys) {
        String said = assertThrows(IOException.class, () -> load(keys)).getMessage();
        assertTrue(said.contains(word) && said.contains("given.json"), said);
    }

    private static ECKey key(String kid) throws Exception {
        return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    }

    @Test
    void who_start_together_for_the_first_time_have_the_same_key() throws Exception {
        for (int round = 0; round < 10; round++) {
            Path file = folder.resolve("first-" + round).resolve("keys.json");
            CountDownLatch begin = new CountDownLatch(1);
            List<CompletableFuture<String>> starts = IntStream.range(0, 8)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> first(file, begin), task -> new Thread(task).start()))
                    .toList();
            begin.countDown();
            Set<String> kids = starts.stream().map(CompletableFuture::join).collect(Collectors.toSet());
            assertEquals(1, kids.size());
            try (Stream<Path> left = Files.list(file.getParent())) {
                assertEquals(List.of(file), left.toList());
            }
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    private String first(Path file, CountDownLatch begin) {
        try {
            begin.await();
            return Keys.load(vertx, file).kid();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_key_of_either_kind_signs_what_all_then_read() throws Exception {
        Keys keys = load(ed25519("new"), key("old").toJSONString());
        Tokens tokens = new Tokens(vertx, keys, Clock.systemUTC());
        String token = tokens.issue(
                new Subject.Person(new PersonId("wang")), Instant.now().plusSeconds(60));
        assertTrue(tokens.read(token).isPresent());
        assertEquals("new", keys.kid());
        assertFalse(keys.published().encode().contains("\"d\""));
    }

    @Test
    void a_token_of_the_key_before_is_read_as_long_as_the_key_is_there() throws Exception {
        String old = key("old").toJSONString();
        String token = new Tokens(vertx, load(old), Clock.systemUTC())
                .issue(new Subject.Person(new PersonId("wang")), Instant.now().plusSeconds(60));
        Tokens later = new Tokens(vertx, load(ed25519("new"), old), Clock.systemUTC());
        assertTrue(later.read(token).isPresent());
        assertTrue(new Tokens(vertx, load(ed25519("new")), Clock.systemUTC())
                .read(token)
                .isEmpty());
    }

    @Test
    void what_signs_otherwise_is_refused() throws Exception {
        refused(
                "neither",
                new OctetSequenceKeyGenerator(256).keyID("a").generate().toJSONString());
        refused("neither", new ECKeyGenerator(Curve.P_384).keyID("a").generate().toJSONString());
        String good = key("a").toJSONString();
        refused("ES384", with(good, "\"alg\":\"ES384\""));
        refused("HS256", with(good, "\"alg\":\"HS256\""));
        refused("enc", with(good, "\"use\":\"enc\""));
        refused("key_ops", with(good, "\"key_ops\":[\"verify\"]"));
    }

    @Test
    void a_key_without_its_private_part_its_name_or_a_name_of_its_own_is_refused() throws Exception {
        refused("private part", key("a").toPublicJWK().toJSONString());
        refused("Key 2", key("a").toJSONString(), key("b").toPublicJWK().toJSONString());
        refused("kid", new ECKeyGenerator(Curve.P_256).generate().toJSONString());
        refused("kid of another", key("a").toJSONString(), key("a").toJSONString());
    }

    @Test
    void a_key_whose_parts_do_not_belong_together_is_refused() throws Exception {
        ECKey one = key("a");
        ECKey other = key("b");
        ECKey mixed = new ECKey.Builder(Curve.P_256, one.getX(), one.getY())
                .d(other.getD())
                .keyID("c")
                .build();
        refused("cannot sign", mixed.toJSONString());
        refused("Key 2", one.toJSONString(), mixed.toJSONString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"keys\":{}}",
                "{\"keys\":[]}",
                "{\"keys\":[1]}",
                "{\"keys\":[{}]}",
                "{\"keys\":[{\"kty\":\"XX\",\"kid\":\"a\"}]}",
                "{\"keys\":[],\"keys\":[]}",
                "-----BEGIN PRIVATE KEY-----"
            })
    void what_is_no_key_set_is_refused_in_a_sentence(String text) {
        String said = assertThrows(IOException.class, () -> file(text)).getMessage();
        assertTrue(said.contains("given.json"), said);
    }

    private static String with(String key, String member) {
        return key.replaceFirst("\\{", "{" + member + ",");
    }

    private static String ed25519(String kid) throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] open = pair.getPublic().getEncoded();
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String x = base64.encodeToString(Arrays.copyOfRange(open, open.length - 32, open.length));
        String d = base64.encodeToString(
                ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow());
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"" + kid + "\",\"x\":\"" + x + "\",\"d\":\"" + d + "\"}";
    }
}
