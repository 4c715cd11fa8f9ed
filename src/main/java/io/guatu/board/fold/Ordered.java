package io.guatu.board.fold;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;

/**
 * An immutable map in the order in which its keys came. A changed copy shares all but a few dozen references with the one it
 * was made from: one of five thousand projects changes at the price of one of twenty. Knows no null.
 */
public final class Ordered<K, V> extends AbstractMap<K, V> {
    private static final int CHUNK = 32;
    /** Up to here looking at each is quicker than an index. */
    private static final int FEW = 8;

    private static final Ordered<?, ?> NONE = new Ordered<>(new Object[0][], 0, Slots.none());

    private final Object[][] chunks;
    private final int size;
    private final Slots<K> slots;

    private Ordered(Object[][] chunks, int size, Slots<K> slots) {
        this.chunks = chunks;
        this.size = size;
        this.slots = slots;
    }

    @SuppressWarnings("unchecked")
    public static <K, V> Ordered<K, V> none() {
        return (Ordered<K, V>) NONE;
    }

    /** The same map when it is one of these already. */
    public static <K, V> Ordered<K, V> copyOf(Map<K, V> map) {
        if (map instanceof Ordered<K, V> ordered) {
            return ordered;
        }
        Ordered<K, V> copy = none();
        for (Map.Entry<K, V> entry : map.entrySet()) {
            copy = copy.with(entry.getKey(), entry.getValue());
        }
        return copy;
    }

    /** This map without what stands at the key, which costs as much as making it anew: for what happens rarely. */
    public Ordered<K, V> without(K key) {
        if (!containsKey(key)) {
            return this;
        }
        Ordered<K, V> others = none();
        for (Map.Entry<K, V> entry : entrySet()) {
            if (!entry.getKey().equals(key)) {
                others = others.with(entry.getKey(), entry.getValue());
            }
        }
        return others;
    }

    /** This map with the value: where the key stood, or as the last one. */
    public Ordered<K, V> with(K key, V value) {
        Map.Entry<K, V> entry = Map.entry(key, value);
        int slot = slot(key);
        if (slot >= 0) {
            Object[][] changed = chunks.clone();
            changed[slot / CHUNK] = changed[slot / CHUNK].clone();
            changed[slot / CHUNK][slot % CHUNK] = entry;
            return new Ordered<>(changed, size, slots);
        }
        boolean full = size % CHUNK == 0;
        Object[][] longer = full ? Arrays.copyOf(chunks, chunks.length + 1) : chunks.clone();
        Object[] last = full ? new Object[1] : Arrays.copyOf(longer[longer.length - 1], size % CHUNK + 1);
        last[size % CHUNK] = entry;
        longer[longer.length - 1] = last;
        return new Ordered<>(longer, size + 1, indexed(key));
    }

    private Slots<K> indexed(K key) {
        if (size < FEW) {
            return slots;
        }
        Slots<K> index = slots;
        if (size == FEW) {
            for (int i = 0; i < size; i++) {
                index = index.with(at(i).getKey(), i);
            }
        }
        return index.with(key, size);
    }

    @Override
    public V get(Object key) {
        int slot = slot(key);
        return slot < 0 ? null : at(slot).getValue();
    }

    @Override
    public boolean containsKey(Object key) {
        return slot(key) >= 0;
    }

    @Override
    public int size() {
        return size;
    }

    private int slot(Object key) {
        if (size > FEW) {
            return slots.of(key);
        }
        for (int i = 0; i < size; i++) {
            if (Objects.equals(at(i).getKey(), key)) {
                return i;
            }
        }
        return -1;
    }

    @SuppressWarnings("unchecked")
    private Map.Entry<K, V> at(int slot) {
        return (Map.Entry<K, V>) chunks[slot / CHUNK][slot % CHUNK];
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return new InOrder();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private final class InOrder implements Iterator<Map.Entry<K, V>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Map.Entry<K, V> next() {
            if (next >= size) {
                throw new NoSuchElementException();
            }
            return at(next++);
        }
    }
}
