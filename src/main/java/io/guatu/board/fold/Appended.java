package io.guatu.board.fold;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * An immutable list that only ever grows at its end. All versions share one array, each knows how much of it is its own: one
 * more costs the same however many there are. Who grows from a version that is not the newest gets a copy.
 */
final class Appended<T> extends AbstractList<T> implements RandomAccess {
    private static final int ROOM = 4;

    private final Shared shared;
    private final int size;

    private static final class Shared {
        private final Object[] items;
        private int used;

        Shared(Object[] items, int used) {
            this.items = items;
            this.used = used;
        }

        /** Whether the place after {@code size} was free, and is now taken. */
        synchronized boolean take(int size, Object item) {
            if (used != size || size == items.length) {
                return false;
            }
            items[size] = item;
            used++;
            return true;
        }
    }

    private Appended(Shared shared, int size) {
        this.shared = shared;
        this.size = size;
    }

    /** The same list when it is one of these already. */
    static <T> Appended<T> copyOf(List<T> list) {
        return list instanceof Appended<T> appended
                ? appended
                : new Appended<>(new Shared(list.toArray(), list.size()), list.size());
    }

    Appended<T> with(T item) {
        if (shared.take(size, item)) {
            return new Appended<>(shared, size + 1);
        }
        Object[] longer = new Object[size + size / 2 + ROOM];
        System.arraycopy(shared.items, 0, longer, 0, size);
        longer[size] = item;
        return new Appended<>(new Shared(longer, size + 1), size + 1);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return (T) shared.items[index];
    }

    @Override
    public int size() {
        return size;
    }
}
