package io.guatu.ledger.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Parts of an archive that somebody made so that they unpack to more than a disk holds. */
class UnpackingTest {
    private static final int MEBIBYTE = 1024 * 1024;

    private final Unpacking unpacking = new Unpacking();

    @Test
    void one_long_part_of_nothing_is_refused_before_it_is_unpacked() throws IOException {
        byte[] bomb = packed(new byte[MEBIBYTE], 200);
        try (InputStream in = of(bomb)) {
            Damaged damaged = assertThrows(Damaged.class, () -> in.transferTo(OutputStream.nullOutputStream()));
            assertTrue(damaged.getMessage().contains("entry/1"), damaged.getMessage());
        }
    }

    @Test
    void so_are_many_short_ones() throws IOException {
        byte[] small = packed(new byte[MEBIBYTE], 8);
        assertThrows(Damaged.class, () -> {
            for (int i = 0; i < 20; i++) {
                try (InputStream in = of(small)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        });
    }

    @Test
    void what_has_seals_in_it_is_unpacked_however_long_it_is() throws IOException {
        byte[] rows = new byte[MEBIBYTE];
        Random seals = new Random(7);
        for (int i = 0; i < rows.length; i += 300) {
            rows[i] = (byte) seals.nextInt();
            rows[Math.min(i + 1, rows.length - 1)] = (byte) seals.nextInt();
            rows[Math.min(i + 2, rows.length - 1)] = (byte) seals.nextInt();
        }
        byte[] long100 = packed(rows, 100);
        try (InputStream in = of(long100)) {
            assertArrayEquals(rows, in.readNBytes(rows.length));
            assertTrue(in.transferTo(OutputStream.nullOutputStream()) == 99L * rows.length);
        }
    }

    private InputStream of(byte[] part) throws IOException {
        return unpacking.of(new ByteArrayInputStream(part), part.length, "entry/1");
    }

    private static byte[] packed(byte[] piece, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                out.write(piece);
            }
        }
        return bytes.toByteArray();
    }
}
