package io.guatu.board.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a project has of one kind, by the seq of the entry that brought it, oldest first. The open ones are at hand: cards are
 * drawn of them. What is over is kept aside: there is ever more of it, and it is seldom looked at.
 *
 * @param past what is over
 * @param over how many that are
 */
public record Items<T extends Items.Item>(Map<Long, T> open, Lazy<Map<Long, T>> past, int over) {
    /** Something that is open until it is over. */
    public interface Item {
        long seq();

        boolean open();
    }

    public Items {
        open = Ordered.copyOf(open);
    }

    static <T extends Item> Items<T> none() {
        return new Items<>(Map.of(), Lazy.of(Ordered.none()), 0);
    }

    public int size() {
        return open.size() + over;
    }

    /** Null where there is none. */
    public T get(long seq) {
        T known = open.get(seq);
        return known != null || over == 0 ? known : past.get().get(seq);
    }

    /** All, oldest first. */
    public List<T> values() {
        if (over == 0) {
            return List.copyOf(open.values());
        }
        Map<Long, T> all = new TreeMap<>(past.get());
        all.putAll(open);
        return List.copyOf(all.values());
    }

    /** With one more. */
    Items<T> with(T item) {
        return new Items<>(Ordered.copyOf(open).with(item.seq(), item), past, over);
    }

    /** With one of them changed: perhaps it is over now. */
    Items<T> with(long seq, UnaryOperator<T> change) {
        T known = open.get(seq);
        if (known == null) {
            return again(change.apply(past.get().get(seq)));
        }
        T item = change.apply(known);
        return item.open()
                ? with(item)
                : new Items<>(without(seq), past.then(map -> Ordered.copyOf(map).with(seq, item)), over + 1);
    }

    /** It was over. */
    private Items<T> again(T item) {
        if (!item.open()) {
            return new Items<>(open, past.then(map -> Ordered.copyOf(map).with(item.seq(), item)), over);
        }
        Map<Long, T> rest = new TreeMap<>(past.get());
        rest.remove(item.seq());
        Map<Long, T> opened = new TreeMap<>(open);
        opened.put(item.seq(), item);
        return new Items<>(opened, Lazy.of(Ordered.copyOf(rest)), over - 1);
    }

    private Map<Long, T> without(long seq) {
        List<T> rest = new ArrayList<>(open.values());
        rest.removeIf(item -> item.seq() == seq);
        Ordered<Long, T> map = Ordered.none();
        for (T item : rest) {
            map = map.with(item.seq(), item);
        }
        return map;
    }
}
