package io.guatu.board.fold;

import io.guatu.domain.Photo;
import java.util.Arrays;

/**
 * How the photos of a project look: packed numbers, because each photo that arrives is compared with all that the board ever
 * saw, one pass over numbers that lie beside each other. One that came twice may stand in it twice. Immutable.
 */
public final class Likenesses {
    static final Likenesses NONE = new Likenesses(new long[0]);

    private final long[] bits;

    private Likenesses(long[] bits) {
        this.bits = bits;
    }

    /** As they are kept. */
    public static Likenesses of(long[] bits) {
        return bits.length == 0 ? NONE : new Likenesses(bits.clone());
    }

    /** What {@link #of} makes it of again. */
    public static long[] kept(Likenesses likenesses) {
        return likenesses.bits.clone();
    }

    Likenesses with(Photo photo) {
        long[] longer = Arrays.copyOf(bits, bits.length + 1);
        longer[bits.length] = photo.bits();
        return new Likenesses(longer);
    }

    /** Whether one of them looks nearly the same. */
    boolean knows(Photo photo) {
        long looked = photo.bits();
        for (long known : bits) {
            if (Photo.alike(known, looked)) {
                return true;
            }
        }
        return false;
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
