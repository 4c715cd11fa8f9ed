package io.guatu.domain;

import java.time.Instant;
import java.util.Set;

/**
 * A photo as the ledger knows it; the picture itself is kept beside the ledger.
 *
 * @param sha256 of the bytes as they were sent, in hex
 * @param likeness a perceptual hash (dHash, 64 bits in hex): few differing bits mean nearly the same picture
 * @param taken when the camera says it was taken, or null
 * @param metres from the project's site to where the camera says it was taken, or null
 * @param seen an earlier photo, of any project, that looks nearly the same, or this one's own id where the same bytes came
 *     again; null: none. Filled in by the command room
 */
public record Photo(
        PhotoId id, String sha256, String likeness, int width, int height, Instant taken, Long metres, PhotoId seen) {
    /** Differing bits up to which two pictures count as nearly the same. */
    private static final int ALIKE = 6;

    public Photo seen(PhotoId earlier) {
        return new Photo(id, sha256, likeness, width, height, taken, metres, earlier);
    }

    /** The same, saying only that it resembles one of these; that somebody sent the very same says who has it. */
    public Photo seenAmong(Set<PhotoId> known) {
        return seen == null || !seen.equals(id) && known.contains(seen) ? this : seen(null);
    }

    public boolean looksLike(Photo other) {
        return alike(bits(), other.bits());
    }

    /** The likeness as a number. */
    public long bits() {
        return Long.parseUnsignedLong(likeness, 16);
    }

    public static boolean alike(long one, long other) {
        return Long.bitCount(one ^ other) <= ALIKE;
    }
}
