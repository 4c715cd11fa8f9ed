package io.guatu.ledger;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Snapshots of the state beside the ledger, as bytes that this room does not read. One is there whole or not at all, and is
 * offered only while the ledger still holds the entry that it ends with.
 */
public interface SnapshotStore {
    /**
     * Of the past one is kept in so many entries: the next is never further than twice as many. Of ten million entries one is
     * 150 MB: all of them together are about as large as the ledger.
     */
    long NEAR = 200_000;

    /** So many are kept in as many of the last entries: what was lately is looked at most. */
    int LATELY = 8;

    /** A snapshot as it is listed: folded by the code that {@code mark} stands for, up to the entry {@code seq} of that moment. */
    record Kept(String mark, long seq, Seal seal, Instant at, String sha256) {
        /** Whether these are the parts that were written, all of them. */
        public boolean holds(List<Part> parts) {
            return sha256.equals(sum(parts));
        }
    }

    /** Some of its bytes, and what vouches for them: megabytes are not summed up on an event loop. */
    record Part(byte[] bytes, String sha256) {
        public static Part of(byte[] bytes) {
            return new Part(
                    bytes, HexFormat.of().formatHex(SnapshotStore.digest().digest(bytes)));
        }
    }

    /** Those of this mark up to {@code seq} that the ledger still goes on from, newest first. */
    Future<List<Kept>> upTo(String mark, long seq);

    /** The bytes of one of its parts, counted from 0; null after the last. */
    Future<byte[]> part(Kept kept, int number);

    /** Nothing, when somebody was quicker. */
    Future<Void> keep(String mark, Head head, List<Part> parts);

    /**
     * Forgets what nobody will begin with: the newest two stay, and of every {@link #NEAR} entries the last, of the newest of them
     * the last of every {@link #LATELY}th part; of what another
     * program folded the newest, for a month, should it come back.
     */
    Future<Void> thin(String mark);

    /** What vouches for all of them. */
    static String sum(List<Part> parts) {
        MessageDigest sums = digest();
        parts.forEach(part -> sums.update(part.sha256().getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(sums.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
