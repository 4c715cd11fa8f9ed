package io.guatu.domain;

import java.time.Instant;

/**
 * A photo as the ledger knows it; the picture itself is kept beside the ledger.
 *
 * @param sha256 of the bytes as they were sent, in hex
 * @param likeness a perceptual hash (dHash, 64 bits in hex): few differing bits mean nearly the same picture
 * @param taken when the camera says it was taken, or null
 * @param metres from the project's site to where the camera says it was taken, or null
 * @param seen an earlier photo that looks nearly the same, or null; filled in by the command room
 */
public record Photo(
        PhotoId id, String sha256, String likeness, int width, int height, Instant taken, Long metres, PhotoId seen) {
    /** Differing bits up to which two pictures count as nearly the same. */
    private static final int ALIKE = 6;

    public Photo seen(PhotoId earlier) {
        return new Photo(id, sha256, likeness, width, height, taken, metres, earlier);
    }

    public boolean looksLike(Photo other) {
        return Long.bitCount(Long.parseUnsignedLong(likeness, 16) ^ Long.parseUnsignedLong(other.likeness, 16))
                <= ALIKE;
    }
}
