package io.guatu.board.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Open at hand, over aside: together they are what they would be in one map. */
class ItemsTest {
    private record Thing(long seq, boolean open, int changed) implements Items.Item {}

    private static Items<Thing> three() {
        Items<Thing> items = Items.none();
        for (long seq = 1; seq <= 3; seq++) {
            items = items.with(new Thing(seq, true, 0));
        }
        return items;
    }

    private static Items<Thing> changed(Items<Thing> items, long seq, boolean open) {
        return items.with(seq, thing -> new Thing(seq, open, thing.changed() + 1));
    }

    @Test
    void what_is_over_is_counted_and_found() {
        Items<Thing> items = changed(three(), 2, false);
        assertEquals(List.of(1L, 3L), List.copyOf(items.open().keySet()));
        assertEquals(3, items.size());
        assertEquals(1, items.over());
        assertEquals(new Thing(2, false, 1), items.get(2));
        assertNull(items.get(4));
        assertEquals(
                List.of(1L, 2L, 3L), items.values().stream().map(Thing::seq).toList());
    }

    @Property(tries = 200)
    void whatever_opens_and_ends_they_are_those_of_one_map(@ForAll List<@IntRange(min = 1, max = 6) Integer> changes) {
        Items<Thing> items = three();
        Ordered<Long, Thing> map = Ordered.none();
        for (Thing thing : items.values()) {
            map = map.with(thing.seq(), thing);
        }
        for (int change : changes) {
            long seq = (change + 1) / 2;
            boolean open = change % 2 == 0;
            items = changed(items, seq, open);
            map = map.with(seq, new Thing(seq, open, map.get(seq).changed() + 1));
        }
        assertEquals(List.copyOf(map.values()), items.values());
        assertEquals(map.values().stream().filter(thing -> !thing.open()).count(), items.over());
        assertEquals(
                map.values().stream().filter(Thing::open).toList(),
                List.copyOf(items.open().values()));
    }
}
