package io.guatu.ledger.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks the parts of one archive, and counts: entries carry seals, which do not pack, so that no archive of ours becomes a hundred
 * times as long. One that does was made to fill a disk.
 */
final class Unpacking {
    private static final int BUFFER = 64 * 1024;
    private static final int MOST_TIMES = 100;
    /** A short part may be all alike. */
    private static final long UNSUSPECTED = 64L * 1024 * 1024;

    private long packed;
    private long unpacked;

    /**
     * What a part unpacks to; whoever reads on beyond what can be true gets a {@link Damaged}.
     *
     * @param size of the part as it is, in bytes
     */
    InputStream of(InputStream part, long size, String name) throws IOException {
        packed += size;
        return new FilterInputStream(new GZIPInputStream(part, BUFFER)) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                unpacked += Math.max(0, read);
                if (unpacked > UNSUSPECTED + MOST_TIMES * packed) {
                    throw new Damaged("The archive is no board's: " + name + " unpacks to more than any of ours.");
                }
                return read;
            }
        };
    }
}
