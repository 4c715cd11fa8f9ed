package io.guatu.photo;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A picture of which nothing was decoded yet: every declared size was compared with the bytes that came and with what a
 * camera needs, and what a decoder does not need is gone. Only this reaches a library, because libraries believe what a
 * header says: one of 70 bytes makes them build 400 MB.
 *
 * @param format as ImageIO calls it
 * @param picture the file anew: headers, tables and pixels
 * @param exif the TIFF block of the camera, or null
 */
record Sifted(String format, byte[] picture, byte[] exif) {
    /** A camera of 108 megapixels; above it is a bomb. */
    static final long MOST_PIXELS = 110_000_000;

    /** Cameras write less; what is longer is not read. */
    private static final int LONGEST_EXIF = 128 * 1024;

    /** One line of a picture is held at once, whatever else is. */
    private static final int LONGEST_SIDE = 65_500;

    /** @throws NotAPicture when it is none, or says more of itself than it may */
    static Sifted of(byte[] bytes) throws NotAPicture {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (starts(bytes, 0, "\u00ff\u00d8\u00ff")) {
                return new JpegSegments(in).sift();
            }
            if (starts(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
                return new PngChunks(in).sift();
            }
            if (starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP")) {
                return new WebpChunks(in).sift();
            }
            throw NotAPicture.unreadable();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw NotAPicture.unreadable(); // something declares more bytes than came
        }
    }

    /** @throws NotAPicture when there are more pixels than this, or none */
    static void measure(long width, long height, long most) throws NotAPicture {
        if (width == 0 || height == 0) {
            throw NotAPicture.unreadable();
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > most) {
            throw new NotAPicture(NotAPicture.Why.PHOTO_TOO_MANY_PIXELS);
        }
    }

    /** The block without the six bytes that some formats put before it; null when it is longer than any camera's. */
    static byte[] exif(byte[] block) {
        int from = starts(block, 0, "Exif\0\0") ? 6 : 0;
        return block.length > LONGEST_EXIF ? null : Arrays.copyOfRange(block, from, block.length);
    }

    static boolean starts(byte[] bytes, int at, String with) {
        byte[] start = with.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= at + start.length && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
    }

    /** The next bytes of this buffer. */
    static byte[] take(ByteBuffer in, long length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] taken = new byte[(int) length];
        in.get(taken);
        return taken;
    }
}
