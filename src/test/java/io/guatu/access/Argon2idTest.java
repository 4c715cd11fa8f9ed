package io.guatu.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idTest {
    /** Of the algorithm's own tests (salt "somesalt"). */
    private static final List<String> PUBLISHED = List.of(
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc");

    @Test
    void published_hashes_are_those_of_their_password_and_of_no_other() {
        for (String hash : PUBLISHED) {
            assertTrue(Argon2id.matches("password", hash), hash);
            assertFalse(Argon2id.matches("Password", hash), hash);
        }
    }

    /** Made by the library that boards used before (password4j 1.8.4): whoever had a password there logs in. */
    @Test
    void a_hash_that_a_board_has_from_before_is_still_right() {
        assertTrue(Argon2id.matches(
                "密码 password",
                "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$76QuAhKvWMKtJG+pUgBuLXnnfM1iclSDDPUf2EHtoh0"));
    }

    @Test
    void one_password_has_another_hash_each_time_and_each_is_right() {
        Argon2id cheap = new Argon2id(64, 1);
        String one = cheap.hash("挂图作战");
        String other = cheap.hash("挂图作战");
        assertNotEquals(one, other);
        assertTrue(one.startsWith("$argon2id$v=19$m=64,t=1,p=1$"), one);
        assertTrue(Argon2id.matches("挂图作战", one) && Argon2id.matches("挂图作战", other));
        assertFalse(Argon2id.matches("挂图", one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$2a$10$abcdefghijklmnopqrstuv",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65",
                "$argon2id$v=19$m=256,t=2,p=1$!$nf65"
            })
    void what_is_no_hash_is_not_taken_for_one(String text) {
        assertThrows(IllegalArgumentException.class, () -> Argon2id.matches("password", text));
    }
}
