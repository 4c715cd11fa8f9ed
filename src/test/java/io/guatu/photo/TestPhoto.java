package io.guatu.photo;

import io.guatu.domain.Coordinates;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos as cameras send them: a JPEG with the EXIF that a test wants. */
public final class TestPhoto {
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    private TestPhoto() {}

    public static byte[] plain(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** @param taken as EXIF writes it, or null; @param place or null */
    public static byte[] jpeg(BufferedImage image, int orientation, String taken, Coordinates place)
            throws IOException {
        byte[] jpeg = plain(image, "jpeg");
        byte[] exif = exif(orientation, taken, place);
        ByteBuffer whole = ByteBuffer.allocate(jpeg.length + exif.length + 10);
        whole.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 8));
        whole.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif).put(jpeg, 2, jpeg.length - 2);
        return whole.array();
    }

    /** A TIFF of three directories at fixed places: the image's, the camera's, the GPS's. */
    private static byte[] exif(int orientation, String taken, Coordinates place) {
        ByteBuffer tiff = ByteBuffer.allocate(400);
        tiff.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        field(tiff, 0x0112, SHORT, 1, orientation << 16);
        field(tiff, 0x8769, LONG, 1, 100);
        field(tiff, 0x8825, LONG, 1, 200);
        tiff.position(100).putShort((short) (taken == null ? 0 : 1));
        if (taken != null) {
            field(tiff, 0x9003, ASCII, 20, 150);
            tiff.position(150).put((taken + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        tiff.position(200).putShort((short) (place == null ? 0 : 4));
        if (place != null) {
            field(tiff, 1, ASCII, 2, 'N' << 24);
            field(tiff, 2, RATIONAL, 3, 300);
            field(tiff, 3, ASCII, 2, 'E' << 24);
            field(tiff, 4, RATIONAL, 3, 330);
            degrees(tiff.position(300), place.latitude());
            degrees(tiff.position(330), place.longitude());
        }
        return tiff.array();
    }

    private static void field(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void degrees(ByteBuffer tiff, double degrees) {
        tiff.putInt((int) Math.round(degrees * 1_000_000)).putInt(1_000_000);
        tiff.putInt(0).putInt(1).putInt(0).putInt(1);
    }

    /** The check sum of a PNG's header, anew. */
    static void seal(byte[] png) {
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
    }
}
