package io.guatu.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.domain.Author;
import io.guatu.domain.Role;
import io.guatu.domain.SealHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);

    /** GB/T 32905-2016, A.1, and FIPS 180-2, B.1. */
    @Test
    void hashes_are_what_their_standards_say() {
        assertEquals(
                "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
                HexFormat.of().formatHex(Hashing.of(SealHash.SM3, ABC)));
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                HexFormat.of().formatHex(Hashing.of(SealHash.SHA_256, ABC)));
    }

    @Test
    void a_seal_names_its_hash_and_one_without_a_name_is_of_sha_256() {
        Seal first = sealed(Seal.NONE, SealHash.SHA_256);
        assertTrue(first.text().matches("sha-256:[0-9a-f]{64}"), first.text());
        assertEquals(SealHash.SHA_256, first.hash());
        assertEquals(SealHash.SHA_256, Seal.NONE.hash());
        assertTrue(first.says(new Seal(first.text().substring("sha-256:".length()))), "as it was once written");
        Seal other = sealed(first, SealHash.SM3);
        assertTrue(other.text().matches("sm3:[0-9a-f]{64}"), other.text());
        assertEquals(SealHash.SM3, other.hash());
        assertFalse(other.says(new Seal(other.text().substring("sm3:".length()))));
    }

    private static Seal sealed(Seal before, SealHash hash) {
        Author office = new Author("office", Role.OFFICE, "项目办", null);
        return before.then(hash, 1, null, 0, Instant.EPOCH, office, "{}");
    }
}
