package io.guatu.board.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A value is the same however it is kept, and nobody makes it for nothing. */
class LazyTest {
    private final AtomicInteger read = new AtomicInteger();
    private final Lazy.Kept<String> kept = () -> {
        read.incrementAndGet();
        return "a";
    };

    @Test
    void what_changed_is_owed_in_its_order_until_somebody_looks() {
        Lazy<String> aside = Lazy.aside(kept);
        Lazy<String> changed = aside.then(value -> value + "b").then(value -> value + "c");
        assertEquals(0, read.get());
        assertEquals("abc", changed.get());
        assertEquals("abcd", changed.then(value -> value + "d").get());
        assertEquals(1, read.get(), "from then on it is at hand");
        assertEquals("a", aside.get(), "and the one before is as it was");
    }

    @Test
    void two_that_go_on_from_one_do_not_meet() {
        Lazy<String> both = Lazy.aside(kept).then(value -> value + "b");
        Lazy<String> one = both.then(value -> value + "1");
        Lazy<String> other = both.then(value -> value + "2");
        assertEquals("ab1", one.get());
        assertEquals("ab2", other.get());
        assertEquals(Lazy.of("ab"), both);
    }

    @Test
    void what_nobody_changed_is_kept_as_it_was_and_what_nobody_looked_at_stays_aside() {
        Lazy.Kept<String> anew = () -> "ab";
        assertSame(kept, Lazy.aside(kept).kept(value -> anew));
        assertEquals(0, read.get());
        Lazy<String> changed = Lazy.aside(kept).then(value -> value + "b");
        assertSame(anew, changed.kept(value -> anew));
        assertSame(anew, changed.kept(value -> kept), "it lies there now");
        assertEquals("ab", changed.get());
        assertEquals(1, read.get());
    }

    @Test
    void what_was_made_stays_at_hand_when_it_is_kept() {
        Lazy<String> made = Lazy.of("a");
        assertSame(kept, made.kept(value -> kept));
        assertEquals("ab", made.then(value -> value + "b").get());
        assertEquals(0, read.get());
    }
}
