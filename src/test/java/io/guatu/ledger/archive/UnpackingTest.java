package io.guatu.ledger.archive;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Parts of an archive that somebody made so that they unpack to more than a disk holds: gzip makes a thousand of one. */
class UnpackingTest {
    private static final int MEBIBYTE = 1024 * 1024;

    private final Unpacking unpacking = new Unpacking();

    @Test
    void one_long_part_of_nothing_is_refused_before_it_is_unpacked() {
        Damaged damaged = assertThrows(Damaged.class, () -> part(200 * 1024, 200));
        assertTrue(damaged.getMessage().contains("entry/1"), damaged.getMessage());
    }

    @Test
    void so_are_many_short_ones() {
        assertThrows(Damaged.class, () -> {
            for (int i = 0; i < 20; i++) {
                part(8 * 1024, 8);
            }
        });
    }

    @Test
    void what_has_seals_in_it_is_unpacked_however_long_it_is() {
        assertDoesNotThrow(() -> part(1_000 * MEBIBYTE, 10_000));
    }

    private void part(long packed, int mebibytes) throws Damaged {
        unpacking.begin("entry/1", packed);
        for (int i = 0; i < mebibytes; i++) {
            unpacking.more(MEBIBYTE);
        }
    }
}
