package io.guatu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code that a dark wall shows, as it is made and as people type it. */
class PairingCodeTest {
    @Test
    void no_sign_is_taken_for_another_and_all_are_used() {
        Set<Integer> signs = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            String code = PairingCode.random().value();
            assertEquals(PairingCode.LENGTH, code.length());
            code.chars().forEach(signs::add);
            codes.add(code);
        }
        "0OQD1IL2Z5S8B6GUVAE"
                .chars()
                .filter(sign -> sign != '6')
                .forEach(sign -> assertTrue(!signs.contains(sign), () -> "looks like another: " + (char) sign));
        assertEquals(18, signs.size());
        assertTrue(codes.size() > 1_995, "two thousand of 34 million");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K7M4XP",
                "k7m4xp",
                "K7M 4XP",
                " k7m-4xp ",
                "K7M–4XP",
                "k7m.4xp",
                "Ｋ７Ｍ４ＸＰ",
                "ｋ７ｍ　４ｘｐ",
                "K 7 M 4 X P"
            })
    void it_is_understood_as_people_type_it(String typed) {
        assertEquals(Optional.of(new PairingCode("K7M4XP")), PairingCode.typed(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K7M4X", "K7M4XPP", "K7M4X0", "K7M4XO", "代码代码代码", "K7M4X'", "K7M4XP;--"})
    void what_no_wall_shows_is_none(String typed) {
        assertEquals(Optional.empty(), PairingCode.typed(typed));
    }

    @Test
    void a_code_of_other_signs_cannot_be_made() {
        assertThrows(IllegalArgumentException.class, () -> new PairingCode("K7M4X0"));
    }
}
