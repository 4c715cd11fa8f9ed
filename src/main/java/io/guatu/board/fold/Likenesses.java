package io.guatu.board.fold;

import io.guatu.domain.Photo;
import java.util.Arrays;
import java.util.Collection;

/**
 * How the photos of a project look, in the order in which they came: packed numbers, because each photo that arrives is
 * compared with all that the board ever saw, one pass over numbers that lie beside each other. Immutable.
 */
public final class Likenesses {
    private static final Likenesses NONE = new Likenesses(new long[0]);

    private final long[] bits;

    private Likenesses(long[] bits) {
        this.bits = bits;
    }

    static Likenesses of(Collection<Photos.Received> photos) {
        return photos.isEmpty()
                ? NONE
                : new Likenesses(photos.stream()
                        .mapToLong(received -> received.photo().bits())
                        .toArray());
    }

    Likenesses with(Photo photo) {
        long[] longer = Arrays.copyOf(bits, bits.length + 1);
        longer[bits.length] = photo.bits();
        return new Likenesses(longer);
    }

    /** Which is the first that looks nearly the same, or -1. */
    int first(Photo photo) {
        long looked = photo.bits();
        for (int i = 0; i < bits.length; i++) {
            if (Photo.alike(bits[i], looked)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Likenesses likenesses && Arrays.equals(bits, likenesses.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }
}
