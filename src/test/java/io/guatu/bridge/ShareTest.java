package io.guatu.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShareTest {
    private static final long MILLIS = 1_000_000;

    private long now = 7 * MILLIS;
    private final Share share = new Share(now);

    /** @return how long the next one waits, in ms */
    private long taking(long millis) {
        long from = now;
        now += millis * MILLIS;
        share.took(from, now);
        return share.rest(now) / MILLIS;
    }

    private void passing(long millis) {
        now += millis * MILLIS;
    }

    @Test
    void where_there_is_always_news_four_times_what_a_frame_takes_lies_between_two() {
        while (taking(5) == 0) {}
        for (int frame = 0; frame < 10; frame++) {
            passing(share.rest(now) / MILLIS);
            assertEquals(20, taking(5));
        }
    }

    @Test
    void a_frame_that_takes_long_for_once_holds_up_none_of_those_after_it() {
        for (int frame = 0; frame < 50; frame++) {
            assertEquals(0, taking(frame == 25 ? 20 : 2), "frame " + frame);
            passing(18);
        }
    }

    @Test
    void the_longest_rest_is_a_tenth_of_a_second_and_a_long_silence_saves_no_more_than_one_slow_frame() {
        assertEquals(100, taking(3_000));
        passing(3_600_000);
        assertEquals(0, taking(20));
        assertEquals(20, taking(5));
    }

    @Property(tries = 200)
    void never_is_more_than_a_fifth_taken_beside_what_was_saved_and_the_last_frame(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 19) Integer> frames) {
        Share share = new Share(0);
        long time = 0;
        long taken = 0;
        for (int millis : frames) {
            time += share.rest(time);
            share.took(time, time + millis * MILLIS);
            time += millis * MILLIS;
            taken += millis * MILLIS;
            long most = 20 * MILLIS + time / 5 + millis * MILLIS;
            assertEquals(Math.min(taken, most), taken);
        }
    }
}
