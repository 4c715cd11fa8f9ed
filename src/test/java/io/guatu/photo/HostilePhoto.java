package io.guatu.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Files that nobody's camera writes: small to send, and meant to cost whoever reads them memory or time. */
public final class HostilePhoto {
    private HostilePhoto() {}

    /** A lossy WebP of which only the header came. */
    public static byte[] webpHeader(int width, int height) {
        ByteBuffer frame = ByteBuffer.allocate(50).order(ByteOrder.LITTLE_ENDIAN);
        frame.put((byte) 0x10).put((byte) 0).put((byte) 0);
        frame.put((byte) 0x9d).put((byte) 0x01).put((byte) 0x2a);
        frame.putShort((short) width).putShort((short) height);
        return webp("VP8 ", frame.array());
    }

    /** A whole lossless WebP of one colour, in some bytes: each of its pixels costs its reader work, and us no bit. */
    public static byte[] webpLossless(int width, int height) {
        Bits bits = new Bits();
        bits.put(0x2f, 8).put(width - 1, 14).put(height - 1, 14).put(0, 1).put(0, 3);
        bits.put(0, 1).put(0, 1).put(0, 1); // no transform, no colour cache, one group of codes
        for (int code = 0; code < 5; code++) {
            bits.put(1, 1).put(0, 1).put(1, 1).put(code < 4 ? 90 : 0, 8); // one symbol: it takes no bit
        }
        return webp("VP8L", bits.bytes());
    }

    /** An extended WebP whose canvas is as large as the format allows. */
    public static byte[] webpCanvas() {
        byte[] canvas = new byte[10];
        Arrays.fill(canvas, 4, 10, (byte) 0xff);
        return webp("VP8X", canvas);
    }

    private static byte[] webp(String name, byte[] body) {
        ByteBuffer file =
                ByteBuffer.allocate(20 + body.length + body.length % 2).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(file.capacity() - 8).put(ascii("WEBP"));
        return file.put(ascii(name)).putInt(body.length).put(body).array();
    }

    /** This PNG with a text chunk that declares two gigabytes. */
    public static byte[] pngOfTwoGigabytesOfText(byte[] png) {
        ByteBuffer chunk = ByteBuffer.allocate(20).putInt(Integer.MAX_VALUE).put(ascii("tEXt"));
        return afterHeader(png, chunk.array());
    }

    /** This PNG with a compressed text that inflates to so many bytes. */
    public static byte[] pngOfInflatingText(byte[] png, int inflated) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(new byte[inflated]);
        deflater.finish();
        byte[] small = new byte[inflated / 500 + 100];
        int length = deflater.deflate(small);
        deflater.end();
        ByteBuffer body = ByteBuffer.allocate(length + 10);
        body.put(ascii("Comment")).put((byte) 0).put((byte) 0).put(small, 0, length);
        return afterHeader(png, chunk("zTXt", Arrays.copyOf(body.array(), body.position())));
    }

    /** A PNG of which the header says this, and whose pixels are missing. */
    public static byte[] png(int width, int height, int bits, int colours) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) bits).put((byte) colours);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        png.writeBytes(chunk("IHDR", header.array()));
        png.writeBytes(chunk("IDAT", new byte[0]));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] afterHeader(byte[] png, byte[] chunk) {
        ByteBuffer all = ByteBuffer.allocate(png.length + chunk.length);
        return all.put(png, 0, 33).put(chunk).put(png, 33, png.length - 33).array();
    }

    private static byte[] chunk(String name, byte[] body) {
        ByteBuffer chunk = ByteBuffer.allocate(body.length + 12).putInt(body.length);
        chunk.put(ascii(name)).put(body);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, body.length + 4);
        return chunk.putInt((int) sum.getValue()).array();
    }

    /** A progressive JPEG whose first component is refined so many times. */
    public static byte[] jpegOfScans(int width, int height, int scans) {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        jpeg.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        ByteBuffer frame =
                ByteBuffer.allocate(9).put((byte) 8).putShort((short) height).putShort((short) width);
        frame.put((byte) 1).put((byte) 1).put((byte) 0x11).put((byte) 0);
        byte[] table = new byte[65];
        Arrays.fill(table, 1, 65, (byte) 1);
        segment(jpeg, 0xdb, table);
        segment(jpeg, 0xc2, frame.array());
        byte[] codes = new byte[18];
        codes[1] = 1;
        segment(jpeg, 0xc4, codes);
        for (int scan = 0; scan < scans; scan++) {
            segment(jpeg, 0xda, new byte[] {1, 1, 0, 0, 0, (byte) (scan == 0 ? 0x01 : 0x10)});
            jpeg.writeBytes(new byte[(width + 7) / 8 * ((height + 7) / 8) / 8 + 1]);
        }
        jpeg.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
        return jpeg.toByteArray();
    }

    private static void segment(ByteArrayOutputStream jpeg, int marker, byte[] body) {
        ByteBuffer segment = ByteBuffer.allocate(body.length + 4);
        segment.put((byte) 0xff).put((byte) marker).putShort((short) (body.length + 2));
        jpeg.writeBytes(segment.put(body).array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Least significant bit first, as VP8L reads them. */
    private static final class Bits {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long held;
        private int count;

        Bits put(int value, int width) {
            held |= (long) value << count;
            count += width;
            while (count >= 8) {
                bytes.write((int) held & 0xff);
                held >>>= 8;
                count -= 8;
            }
            return this;
        }

        byte[] bytes() {
            put(0, 7);
            return bytes.toByteArray();
        }
    }
}
