package io.guatu.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.domain.Coordinates;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Coordinates SITE = new Coordinates(30.93, 116.98);
    private static final String WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    @ParameterizedTest(name = "EXIF orientation {0}: the red corner comes to the {1}")
    @CsvSource({
        "1, top left", "2, top right", "3, bottom right", "4, bottom left",
        "5, top left", "6, top right", "7, bottom right", "8, bottom left",
    })
    void a_photo_is_kept_upright(int orientation, String corner) throws Exception {
        Picture picture = Picture.of(TestPhoto.jpeg(scene(90, 60), orientation, null, null), null, ZONE);
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(picture.jpeg()));
        boolean lying = orientation >= 5;
        assertEquals(lying ? 60 : 90, kept.getWidth());
        assertEquals(lying ? 90 : 60, kept.getHeight());
        int x = corner.endsWith("right") ? kept.getWidth() - 6 : 5;
        int y = corner.startsWith("bottom") ? kept.getHeight() - 6 : 5;
        Color there = new Color(kept.getRGB(x, y));
        assertTrue(there.getRed() > 180 && there.getBlue() < 90, corner + " is " + there);
    }

    @Test
    void of_its_metadata_only_the_time_and_the_distance_are_kept() throws Exception {
        byte[] sent = TestPhoto.jpeg(scene(80, 60), 1, "2026:11:20 14:30:00", new Coordinates(30.94, 116.98));
        assertTrue(contains(sent, "Exif"));
        Picture picture = Picture.of(
                TestPhoto.jpeg(scene(80, 60), 1, "2026:11:20 14:30:00", new Coordinates(30.94, 116.98)), SITE, ZONE);
        assertEquals(Instant.parse("2026-11-20T06:30:00Z"), picture.photo().taken());
        assertEquals(1112, picture.photo().metres(), 3);
        assertFalse(contains(picture.jpeg(), "Exif"));
        assertFalse(contains(picture.thumbnail(), "Exif"));
    }

    @Test
    void without_metadata_nothing_is_said_of_time_or_place() throws Exception {
        Picture picture = Picture.of(TestPhoto.plain(scene(80, 60), "png"), SITE, ZONE);
        assertNull(picture.photo().taken());
        assertNull(picture.photo().metres());
    }

    @Test
    void a_large_one_is_shrunk_and_has_a_thumbnail() throws Exception {
        Picture picture = Picture.of(TestPhoto.plain(scene(4000, 3000), "jpeg"), null, ZONE);
        assertEquals(2560, picture.photo().width());
        assertEquals(1920, picture.photo().height());
        BufferedImage thumbnail = ImageIO.read(new ByteArrayInputStream(picture.thumbnail()));
        assertEquals(360, thumbnail.getWidth());
        assertTrue(picture.thumbnail().length < 30_000);
    }

    @Test
    void webp_and_transparent_png_are_read() throws Exception {
        assertEquals(
                1,
                Picture.of(Base64.getDecoder().decode(WEBP), null, ZONE).photo().width());
        BufferedImage clear = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
        Picture picture = Picture.of(TestPhoto.plain(clear, "png"), null, ZONE);
        Color paper =
                new Color(ImageIO.read(new ByteArrayInputStream(picture.jpeg())).getRGB(20, 20));
        assertTrue(paper.getRed() > 250, "transparent is white");
    }

    @Test
    void the_same_picture_again_looks_alike_and_another_does_not() throws Exception {
        var first =
                Picture.of(TestPhoto.plain(scene(800, 600), "jpeg"), null, ZONE).photo();
        var smaller =
                Picture.of(TestPhoto.plain(scene(400, 300), "png"), null, ZONE).photo();
        BufferedImage other = scene(800, 600);
        Graphics2D paper = other.createGraphics();
        for (int i = 0; i < 8; i++) {
            paper.setColor(i % 2 == 0 ? Color.BLACK : Color.YELLOW);
            paper.fillRect(i * 100, 0, 100, 600);
        }
        paper.dispose();
        assertTrue(smaller.looksLike(first));
        assertFalse(
                Picture.of(TestPhoto.plain(other, "jpeg"), null, ZONE).photo().looksLike(first));
        assertFalse(smaller.id().equals(first.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "\u00ff\u00d8\u00ff broken"})
    void what_is_no_picture_is_refused(String text) {
        NotAPicture not = assertThrows(
                NotAPicture.class, () -> Picture.of(text.getBytes(StandardCharsets.ISO_8859_1), null, ZONE));
        assertEquals(NotAPicture.Why.PHOTO_UNREADABLE, not.why());
    }

    @ParameterizedTest
    @CsvSource({"10200, 10200", "5001, 100", "12000, 9000", "100, 5001", "4000, 3000"})
    void of_a_huge_one_only_a_part_is_decoded(int width, int height) throws Exception {
        // Few bytes as a file; decoded whole it would be 400 MB.
        byte[] png = TestPhoto.plain(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png");
        BufferedImage decoded = Pixels.read(Sifted.of(png));
        assertTrue(Math.max(decoded.getWidth(), decoded.getHeight()) <= Pixels.DECODED);
        assertTrue(Math.max(decoded.getWidth(), decoded.getHeight()) >= Math.min(Math.max(width, height), 2_500));
    }

    @Test
    void a_bomb_is_refused_before_it_is_decoded() throws IOException {
        byte[] bomb = TestPhoto.plain(scene(40, 40), "png");
        // The width and the height of the PNG's header: 60,000 by 60,000.
        for (int at : new int[] {16, 20}) {
            bomb[at] = 0;
            bomb[at + 1] = 0;
            bomb[at + 2] = (byte) 0xEA;
            bomb[at + 3] = 0x60;
        }
        TestPhoto.seal(bomb);
        NotAPicture not = assertThrows(NotAPicture.class, () -> Picture.of(bomb, null, ZONE));
        assertEquals(NotAPicture.Why.PHOTO_TOO_MANY_PIXELS, not.why());
    }

    /** Blue, with a red corner at the top left. */
    private static BufferedImage scene(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        paper.setColor(new Color(40, 60, 200));
        paper.fillRect(0, 0, width, height);
        paper.setColor(new Color(220, 30, 30));
        paper.fillRect(0, 0, width / 4, height / 4);
        paper.dispose();
        return image;
    }

    private static boolean contains(byte[] bytes, String text) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes);
        return all.toString(StandardCharsets.ISO_8859_1).contains(text);
    }
}
