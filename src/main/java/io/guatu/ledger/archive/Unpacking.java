package io.guatu.ledger.archive;

/**
 * Counts what the parts of one archive unpack to: entries carry seals, which do not pack, so that no archive of ours becomes a
 * hundred times as long. One that does was made to fill a disk.
 */
final class Unpacking {
    private static final int MOST_TIMES = 100;
    /** A short part may be all alike. */
    private static final long UNSUSPECTED = 64L * 1024 * 1024;

    private long packed;
    private long unpacked;
    private String name;

    /** Another part begins. @param size of it as it stands in the archive, in bytes */
    void begin(String part, long size) {
        name = part;
        packed += size;
    }

    /** So many bytes more came out of it. @throws Damaged beyond what can be true */
    void more(int bytes) throws Damaged {
        unpacked += bytes;
        if (unpacked > UNSUSPECTED + MOST_TIMES * packed) {
            throw new Damaged("The archive is no board's: " + name + " unpacks to more than any of ours.");
        }
    }
}
