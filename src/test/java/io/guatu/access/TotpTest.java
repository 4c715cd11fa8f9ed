package io.guatu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59,94287082",
        "1111111109,07081804",
        "1111111111,14050471",
        "1234567890,89005924",
        "2000000000,69279037",
        "20000000000,65353130"
    })
    void codes_are_those_of_the_rfc(long seconds, String code) {
        assertEquals(code, Totp.code(SECRET, seconds / 30, 8));
    }

    @Test
    void a_code_is_good_around_its_half_minute_and_once() {
        String secret = Totp.base32(SECRET);
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", secret);
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = 1_111_111_111L / 30;
        assertEquals(OptionalLong.of(step), Totp.step(secret, "050471", 0, now));
        assertEquals(OptionalLong.of(step), Totp.step(secret, "050471", 0, now.plusSeconds(30)));
        assertEquals(OptionalLong.of(step), Totp.step(secret, "050471", 0, now.minusSeconds(30)));
        assertEquals(OptionalLong.empty(), Totp.step(secret, "050471", 0, now.plusSeconds(90)));
        assertEquals(OptionalLong.empty(), Totp.step(secret, "050471", step, now), "it was used");
        for (String other : new String[] {"", "50471", "0504711", "abcdef", "０５０４７１"}) {
            assertEquals(OptionalLong.empty(), Totp.step(secret, other, 0, now), other);
        }
    }

    @Test
    void what_an_authenticator_reads_has_nothing_in_it_that_ends_it() {
        assertEquals(
                "otpauth://totp/%E5%A4%A7%E5%85%B3%20A%26B:wang?secret=ABC&issuer=%E5%A4%A7%E5%85%B3%20A%26B",
                Totp.address("大关 A&B", "wang", "ABC"));
    }
}
