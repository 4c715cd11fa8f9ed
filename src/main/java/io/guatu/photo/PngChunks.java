package io.guatu.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A PNG chunk by chunk (W3C PNG, section 5). Kept: the header, the palette, what is transparent, the pixels; no text, no profile. */
final class PngChunks {
    private static final int HEADER = 13;
    private static final int LONGEST_PALETTE = 768;

    /** All lines, inflated: so much is gone through, though one line at a time. */
    private static final long MOST_BYTES = 400_000_000;

    private final ByteBuffer in;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    private byte[] exif;

    PngChunks(ByteBuffer in) {
        this.in = in;
    }

    Sifted sift() throws NotAPicture {
        kept.writeBytes(Sifted.take(in, 8));
        if (in.getInt() != HEADER || !"IHDR".equals(name())) {
            throw NotAPicture.unreadable();
        }
        byte[] header = Sifted.take(in, HEADER);
        in.getInt();
        measure(ByteBuffer.wrap(header));
        keep("IHDR", header);
        boolean more = true;
        while (more && in.hasRemaining()) {
            more = chunk();
        }
        if (pixels.size() == 0) {
            throw NotAPicture.unreadable();
        }
        keep("IDAT", pixels.toByteArray());
        keep("IEND", new byte[0]);
        return new Sifted("png", kept.toByteArray(), exif);
    }

    private static void measure(ByteBuffer header) throws NotAPicture {
        long width = header.getInt() & 0xffffffffL;
        long height = header.getInt() & 0xffffffffL;
        int bits = header.get();
        int samples =
                switch (header.get()) {
                    case 0, 3 -> 1;
                    case 2 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> throw NotAPicture.unreadable();
                };
        if (bits < 1 || bits > 16) {
            throw NotAPicture.unreadable();
        }
        Sifted.measure(width, height, Math.min(Sifted.MOST_PIXELS, MOST_BYTES * 8 / (bits * samples)));
    }

    /** @return whether another follows */
    private boolean chunk() {
        long length = in.getInt() & 0xffffffffL;
        String name = name();
        byte[] body = Sifted.take(in, length);
        in.getInt();
        switch (name) {
            case "IDAT" -> pixels.writeBytes(body);
            case "PLTE", "tRNS" -> {
                if (length <= LONGEST_PALETTE && pixels.size() == 0) {
                    keep(name, body);
                }
            }
            case "eXIf" -> exif = Sifted.exif(body);
            default -> {
                // Text above all: compressed, it inflates without bound in some readers.
            }
        }
        return !name.equals("IEND");
    }

    private String name() {
        return new String(Sifted.take(in, 4), StandardCharsets.ISO_8859_1);
    }

    private void keep(String name, byte[] body) {
        ByteBuffer chunk = ByteBuffer.allocate(body.length + 12);
        chunk.putInt(body.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(body);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, body.length + 4);
        chunk.putInt((int) sum.getValue());
        kept.writeBytes(chunk.array());
    }
}
