package io.guatu.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * A JPEG from start to end, segment by segment (ITU-T T.81, annex B). Kept: the frame, its tables, its scans, how its
 * colours are meant. What follows its end (the video of a moving photo) is not looked at.
 */
final class JpegSegments {
    /** Of one that comes in several scans, all coefficients are held until the last: 2 bytes for each, outside the heap. */
    private static final long MOST_PIXELS_IN_SCANS = 40_000_000;

    /** Encoders write about ten; each costs a pass over the whole picture. */
    private static final int MOST_SCANS = 100;

    private static final long MOST_PIXELS_OF_ALL_SCANS = 600_000_000;

    /** The profiles of cameras have some hundred bytes. */
    private static final int LONGEST_PROFILE = 64 * 1024;

    private final ByteBuffer in;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long pixels;
    private int components;
    private boolean progressive;
    private int scans;
    private int profile;
    private byte[] exif;

    JpegSegments(ByteBuffer in) {
        this.in = in;
    }

    Sifted sift() throws NotAPicture {
        in.position(2);
        kept.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd8});
        // Some programs forget the end; the decoder then makes of it what it can.
        for (int marker = marker(); marker != 0xd9; marker = in.hasRemaining() ? marker() : 0xd9) {
            segment(marker);
        }
        if (scans == 0) {
            throw NotAPicture.unreadable();
        }
        kept.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
        return new Sifted("jpeg", kept.toByteArray(), exif);
    }

    private int marker() throws NotAPicture {
        if ((in.get() & 0xff) != 0xff) {
            throw NotAPicture.unreadable();
        }
        int marker = 0xff;
        while (marker == 0xff) {
            marker = in.get() & 0xff;
        }
        return marker;
    }

    private void segment(int marker) throws NotAPicture {
        if (marker >= 0xd0 && marker <= 0xd7 || marker == 0x01) {
            return; // alone, without a length
        }
        byte[] body = Sifted.take(in, (in.getShort() & 0xffff) - 2L);
        switch (marker) {
            case 0xc0, 0xc1, 0xc2 -> {
                frame(marker, body);
                keep(marker, body);
            }
            case 0xc4, 0xdb, 0xdd -> keep(marker, body);
            case 0xda -> {
                scan();
                keep(marker, body);
                coded();
            }
            case 0xe0 -> keepIf(Sifted.starts(body, 0, "JFIF\0"), marker, body);
            case 0xe1 -> {
                if (exif == null && Sifted.starts(body, 0, "Exif\0\0")) {
                    exif = Sifted.exif(body);
                }
            }
            case 0xe2 -> {
                boolean colours = Sifted.starts(body, 0, "ICC_PROFILE\0");
                profile += colours ? body.length : 0;
                keepIf(colours && profile <= LONGEST_PROFILE, marker, body);
            }
            case 0xee -> keepIf(Sifted.starts(body, 0, "Adobe"), marker, body);
            default -> {
                if (marker < 0xe0) {
                    throw NotAPicture.unreadable(); // arithmetic, lossless, hierarchical: no camera writes them
                }
            }
        }
    }

    private void frame(int marker, byte[] body) throws NotAPicture {
        ByteBuffer frame = ByteBuffer.wrap(body);
        int bits = frame.get();
        long height = frame.getShort() & 0xffff;
        long width = frame.getShort() & 0xffff;
        components = frame.get() & 0xff;
        if (pixels != 0 || bits != 8 || components != 1 && components != 3 && components != 4) {
            throw NotAPicture.unreadable();
        }
        Sifted.measure(width, height, Sifted.MOST_PIXELS);
        pixels = width * height;
        progressive = marker == 0xc2;
    }

    private void scan() throws NotAPicture {
        scans++;
        if (pixels == 0 || !progressive && scans > components) {
            throw NotAPicture.unreadable();
        }
        if ((progressive || scans > 1) && pixels > MOST_PIXELS_IN_SCANS) {
            throw new NotAPicture(NotAPicture.Why.PHOTO_TOO_MANY_PIXELS);
        }
        if (scans > MOST_SCANS || scans * pixels > MOST_PIXELS_OF_ALL_SCANS && scans > 1) {
            throw new NotAPicture(NotAPicture.Why.PHOTO_TOO_COMPLEX);
        }
    }

    /** The coded pixels: up to the next marker that is no part of them. */
    private void coded() {
        byte[] all = in.array();
        int from = in.position();
        int at = from;
        while (at < all.length) {
            int next = at + 1 < all.length ? all[at + 1] & 0xff : 0;
            if ((all[at] & 0xff) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                break;
            }
            at++;
        }
        kept.write(all, from, at - from);
        in.position(at);
    }

    private void keepIf(boolean needed, int marker, byte[] body) {
        if (needed) {
            keep(marker, body);
        }
    }

    private void keep(int marker, byte[] body) {
        kept.write(0xff);
        kept.write(marker);
        kept.write(body.length + 2 >> 8);
        kept.write(body.length + 2);
        kept.writeBytes(body);
    }
}
