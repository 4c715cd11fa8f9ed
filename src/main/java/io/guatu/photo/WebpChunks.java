package io.guatu.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A WebP chunk by chunk (RFC 9649). Kept: the one picture and how transparent it is; no animation, no profile. The decoder
 * holds the whole picture, so it may have fewer pixels than the others.
 */
final class WebpChunks {
    private static final long MOST_PIXELS = 25_000_000;

    /** A screen; no camera writes it. Its decoder is slow, and few bytes may say a lot: 34 make 16 megapixels. */
    private static final long MOST_PIXELS_LOSSLESS = 6_000_000;

    private static final int ALPHA = 0x10;

    private final ByteBuffer in;
    private byte[] alpha;
    private byte[] exif;
    private byte[] lossy;
    private byte[] lossless;
    private int width;
    private int height;

    WebpChunks(ByteBuffer in) {
        this.in = in.order(ByteOrder.LITTLE_ENDIAN);
    }

    Sifted sift() throws NotAPicture {
        in.position(4);
        long size = in.getInt() & 0xffffffffL;
        // Four bytes of it are the name of the format.
        if (size < 4 || size > in.limit() - 8L) {
            throw NotAPicture.unreadable();
        }
        in.limit((int) size + 8).position(12);
        while (in.remaining() >= 8) {
            chunk();
        }
        if (lossless != null) {
            return new Sifted("webp", file(chunk("VP8L", lossless)), exif);
        }
        if (lossy == null) {
            throw NotAPicture.unreadable();
        }
        return new Sifted(
                "webp",
                alpha == null
                        ? file(chunk("VP8 ", lossy))
                        : file(chunk("VP8X", canvas()), chunk("ALPH", alpha), chunk("VP8 ", lossy)),
                exif);
    }

    private void chunk() throws NotAPicture {
        String name = new String(Sifted.take(in, 4), StandardCharsets.ISO_8859_1);
        long length = in.getInt() & 0xffffffffL;
        byte[] body = Sifted.take(in, length);
        if (length % 2 == 1 && in.hasRemaining()) {
            in.get();
        }
        boolean first = lossy == null && lossless == null;
        switch (name) {
            case "VP8X" -> {
                ByteBuffer canvas = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
                Sifted.measure(1 + (canvas.getInt(4) & 0xffffffL), 1 + (canvas.getInt(6) >>> 8), MOST_PIXELS);
            }
            case "VP8 " -> {
                if (first) {
                    lossy(body);
                }
            }
            case "VP8L" -> {
                if (first) {
                    lossless(body);
                }
            }
            case "ALPH" -> alpha = body;
            case "EXIF" -> exif = Sifted.exif(body);
            default -> {
                // nothing that the picture needs
            }
        }
    }

    /** RFC 6386, section 9.1: a frame tag, a start code, 14 bits of width and of height. */
    private void lossy(byte[] body) throws NotAPicture {
        ByteBuffer frame = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        int tag = frame.get() & 0xff | (frame.getShort() & 0xffff) << 8;
        boolean start = frame.get() == (byte) 0x9d && frame.get() == 0x01 && frame.get() == 0x2a;
        width = frame.getShort() & 0x3fff;
        height = frame.getShort() & 0x3fff;
        if ((tag & 1) != 0 || !start || tag >> 5 > frame.remaining()) {
            throw NotAPicture.unreadable();
        }
        Sifted.measure(width, height, MOST_PIXELS);
        lossy = body;
    }

    private void lossless(byte[] body) throws NotAPicture {
        ByteBuffer frame = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        boolean signed = frame.get() == 0x2f;
        int sizes = frame.getInt();
        if (!signed || sizes >>> 29 != 0) {
            throw NotAPicture.unreadable();
        }
        Sifted.measure(1 + (sizes & 0x3fff), 1 + (sizes >> 14 & 0x3fff), MOST_PIXELS_LOSSLESS);
        lossless = body;
    }

    private byte[] canvas() {
        ByteBuffer canvas = ByteBuffer.allocate(11).order(ByteOrder.LITTLE_ENDIAN);
        canvas.putInt(ALPHA).putInt(4, width - 1).putInt(7, height - 1);
        return Arrays.copyOf(canvas.array(), 10);
    }

    private static byte[] chunk(String name, byte[] body) {
        ByteBuffer chunk =
                ByteBuffer.allocate(8 + body.length + body.length % 2).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(name.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(body.length)
                .put(body)
                .array();
    }

    private static byte[] file(byte[]... chunks) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        for (byte[] chunk : chunks) {
            all.writeBytes(chunk);
        }
        return chunk("RIFF", all.toByteArray());
    }
}
