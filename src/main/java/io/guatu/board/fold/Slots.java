package io.guatu.board.fold;

import java.util.Arrays;

/**
 * Where each key of an {@link Ordered} map stands: an immutable tree of 32 branches a level, by five bits of the hash. One
 * more key copies the branches on its way and shares the rest.
 */
final class Slots<K> {
    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;
    /** Below it the hash is used up: what is still together shares all of it. */
    private static final int DEEPEST = 35;

    private static final Slots<?> NONE = new Slots<>(null);

    private final Object root;

    private record Leaf(Object key, int slot) {}

    private Slots(Object root) {
        this.root = root;
    }

    @SuppressWarnings("unchecked")
    static <K> Slots<K> none() {
        return (Slots<K>) NONE;
    }

    /** The key's slot, or -1. */
    int of(Object key) {
        int hash = hash(key);
        Object node = root;
        for (int shift = 0; node instanceof Object[] branches; shift += BITS) {
            if (shift >= DEEPEST) {
                return among(branches, key);
            }
            node = branches[hash >>> shift & WIDTH - 1];
        }
        return node instanceof Leaf leaf && leaf.key.equals(key) ? leaf.slot : -1;
    }

    /** @param key one that is not here */
    Slots<K> with(K key, int slot) {
        return new Slots<>(add(root, new Leaf(key, slot), hash(key), 0));
    }

    private static Object add(Object node, Leaf leaf, int hash, int shift) {
        if (node == null) {
            return shift >= DEEPEST ? new Object[] {leaf} : leaf;
        }
        if (shift >= DEEPEST) {
            Object[] same = (Object[]) node;
            Object[] longer = Arrays.copyOf(same, same.length + 1);
            longer[same.length] = leaf;
            return longer;
        }
        Object[] branches = new Object[WIDTH];
        if (node instanceof Leaf other) {
            int branch = hash(other.key) >>> shift & WIDTH - 1;
            branches[branch] = add(null, other, hash(other.key), shift + BITS);
        } else {
            System.arraycopy((Object[]) node, 0, branches, 0, WIDTH);
        }
        int branch = hash >>> shift & WIDTH - 1;
        branches[branch] = add(branches[branch], leaf, hash, shift + BITS);
        return branches;
    }

    private static int among(Object[] same, Object key) {
        for (Object leaf : same) {
            if (((Leaf) leaf).key.equals(key)) {
                return ((Leaf) leaf).slot;
            }
        }
        return -1;
    }

    /** Longs and short words differ in their low bits only. */
    private static int hash(Object key) {
        int hash = key.hashCode();
        return hash ^ hash >>> 16;
    }
}
