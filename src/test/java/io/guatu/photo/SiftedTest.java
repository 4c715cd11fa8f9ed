package io.guatu.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.photo.NotAPicture.Why;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pictures as somebody sends them who wants the program to end. */
class SiftedTest {
    private static byte[] png() throws IOException {
        return TestPhoto.plain(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png");
    }

    private static Why refused(byte[] bytes) {
        return assertThrows(NotAPicture.class, () -> Sifted.of(bytes)).why();
    }

    @Test
    void seventy_bytes_that_declare_a_hundred_megapixels_are_refused_before_anything_is_decoded() {
        assertEquals(70, HostilePhoto.webpHeader(10_400, 10_400).length);
        assertEquals(Why.PHOTO_TOO_MANY_PIXELS, refused(HostilePhoto.webpHeader(10_400, 10_400)));
        assertEquals(Why.PHOTO_TOO_MANY_PIXELS, refused(HostilePhoto.webpLossless(10_400, 10_400)));
        assertEquals(Why.PHOTO_TOO_MANY_PIXELS, refused(HostilePhoto.webpLossless(2_600, 2_400)));
        assertEquals(Why.PHOTO_TOO_MANY_PIXELS, refused(HostilePhoto.webpCanvas()));
        assertEquals(Why.PHOTO_TOO_MANY_PIXELS, refused(HostilePhoto.png(60_000, 60_000, 1, 0)));
        assertEquals(Why.PHOTO_TOO_MANY_PIXELS, refused(HostilePhoto.png(10_000, 10_000, 16, 6)));
        assertEquals(Why.PHOTO_TOO_MANY_PIXELS, refused(HostilePhoto.png(100_000_000, 1, 8, 6)), "one line of it");
        assertEquals(Why.PHOTO_TOO_MANY_PIXELS, refused(HostilePhoto.jpegOfScans(7_000, 7_000, 1)));
    }

    @Test
    void a_chunk_that_declares_more_than_was_sent_is_refused() throws Exception {
        assertEquals(Why.PHOTO_UNREADABLE, refused(HostilePhoto.pngOfTwoGigabytesOfText(png())));
        byte[] jpeg = Files.readAllBytes(Path.of("seeds/demo/bus-hall.jpg"));
        byte[] webp = HostilePhoto.webpLossless(40, 40);
        for (byte[] whole : new byte[][] {png(), webp}) {
            for (int length = 0; length < whole.length - 12; length++) {
                byte[] part = Arrays.copyOf(whole, length);
                assertEquals(Why.PHOTO_UNREADABLE, refused(part), "the first " + length);
            }
        }
        assertEquals(Why.PHOTO_UNREADABLE, refused(Arrays.copyOf(jpeg, 300)));
    }

    @Test
    void no_text_reaches_a_library() throws Exception {
        byte[] bomb = HostilePhoto.pngOfInflatingText(png(), 50_000_000);
        assertTrue(bomb.length < 100_000);
        Sifted sifted = Sifted.of(bomb);
        assertFalse(new String(sifted.picture(), StandardCharsets.ISO_8859_1).contains("zTXt"));
        assertEquals(60, Picture.of(bomb, null, ZoneId.of("UTC")).photo().width());
    }

    @Test
    void a_thousand_scans_are_refused_and_the_ten_that_encoders_write_are_not() throws Exception {
        assertEquals(Why.PHOTO_TOO_COMPLEX, refused(HostilePhoto.jpegOfScans(64, 64, 1_000)));
        assertEquals(Why.PHOTO_TOO_COMPLEX, refused(HostilePhoto.jpegOfScans(5_000, 5_000, 60)));
        assertNotNull(Sifted.of(HostilePhoto.jpegOfScans(64, 64, 12)));
    }

    @Test
    void what_hangs_behind_or_beside_a_camera_s_picture_is_left_away() throws Exception {
        byte[] photo = TestPhoto.jpeg(new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB), 6, null, null);
        ByteArrayOutputStream moving = new ByteArrayOutputStream();
        moving.writeBytes(photo);
        moving.writeBytes("ftypmp42 and a video".getBytes(StandardCharsets.US_ASCII));
        Sifted sifted = Sifted.of(moving.toByteArray());
        assertFalse(new String(sifted.picture(), StandardCharsets.ISO_8859_1).contains("video"));
        assertNotNull(sifted.exif());
        assertEquals(
                60,
                Picture.of(moving.toByteArray(), null, ZoneId.of("UTC")).photo().width(),
                "turned");
    }

    @Test
    void a_webp_that_declares_less_than_its_own_name_is_refused() {
        for (int size = 0; size < 4; size++) {
            byte[] bytes = {'R', 'I', 'F', 'F', (byte) size, 0, 0, 0, 'W', 'E', 'B', 'P'};
            assertThrows(NotAPicture.class, () -> Sifted.of(bytes));
        }
    }

    @Test
    void nothing_that_bytes_can_be_is_more_than_a_refusal() throws Exception {
        Random chance = new Random(7);
        byte[][] good = {
            png(),
            HostilePhoto.webpLossless(40, 40),
            HostilePhoto.jpegOfScans(64, 64, 3),
            TestPhoto.jpeg(new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB), 6, "2026:01:01 00:00:00", null)
        };
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = good[i % good.length].clone();
            for (int hit = 0; hit < 3; hit++) {
                bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt();
            }
            try {
                Sifted.of(bytes);
            } catch (NotAPicture refused) {
                assertNotNull(refused.why());
            }
        }
    }
}
