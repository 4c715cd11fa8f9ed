package io.guatu.board.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The map that shares: it must be what a copied {@link LinkedHashMap} would be, at every step. */
class OrderedTest {
    /** Many keys share a hash, and many more its first bits. */
    private record Key(int value) {
        @Override
        public int hashCode() {
            return value % 3 == 0 ? 7 : value << 20;
        }
    }

    @Property(tries = 200)
    void it_is_what_a_copied_map_would_be(@ForAll @Size(max = 300) List<@IntRange(min = 0, max = 120) Integer> keys) {
        Map<Key, Integer> model = new LinkedHashMap<>();
        Ordered<Key, Integer> map = Ordered.none();
        for (int i = 0; i < keys.size(); i++) {
            Ordered<Key, Integer> before = map;
            int size = before.size();
            if (i % 5 == 4) {
                map = map.without(new Key(keys.get(i)));
                model.remove(new Key(keys.get(i)));
            } else {
                map = map.with(new Key(keys.get(i)), i);
                model.put(new Key(keys.get(i)), i);
            }
            assertEquals(size, before.size(), "the one before stays as it was");
        }
        assertEquals(model, map);
        assertEquals(new ArrayList<>(model.keySet()), new ArrayList<>(map.keySet()));
        for (int key = 0; key <= 121; key++) {
            assertEquals(model.get(new Key(key)), map.get(new Key(key)));
        }
    }

    @Test
    void two_that_grow_from_one_know_nothing_of_each_other() {
        Ordered<Key, String> stem = Ordered.none();
        for (int i = 0; i < 40; i++) {
            stem = stem.with(new Key(i), "stem");
        }
        Ordered<Key, String> one = stem.with(new Key(100), "one").with(new Key(3), "one");
        Ordered<Key, String> other = stem.with(new Key(101), "other");
        assertNull(stem.get(new Key(100)));
        assertNull(other.get(new Key(100)));
        assertEquals("stem", other.get(new Key(3)));
        assertEquals("one", one.get(new Key(3)));
        assertEquals(41, other.size());
    }

    @Test
    void a_copy_of_it_is_itself_and_nobody_changes_it() {
        Ordered<Key, String> map = Ordered.<Key, String>none().with(new Key(1), "one");
        assertSame(map, Ordered.copyOf(map));
        assertThrows(UnsupportedOperationException.class, () -> map.put(new Key(2), "two"));
        assertThrows(
                UnsupportedOperationException.class,
                () -> map.entrySet().iterator().next().setValue("two"));
        assertThrows(UnsupportedOperationException.class, map::clear);
    }
}
