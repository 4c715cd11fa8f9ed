package io.guatu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.app.TestClock;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a password may be tried, by a clock that the test moves. */
class LoginLimitTest {
    private final TestClock clock = new TestClock();
    private final LoginLimit limit = new LoginLimit(clock);

    @BeforeEach
    void time_stands_still() {
        clock.stop();
    }

    private int free(String name, String address) {
        for (int tries = 0; ; tries++) {
            if (limit.waitSeconds(name, address).isPresent()) {
                return tries;
            }
        }
    }

    @Test
    void a_name_is_tried_ten_times_a_minute_from_one_address() {
        assertEquals(10, free("wang", "1.1.1.1"));
        assertEquals(10, free("li", "1.1.1.1"), "another name");
        assertEquals(10, free("wang", "2.2.2.2"), "another address");
        clock.ahead(Duration.ofSeconds(60));
        assertEquals(10, free("wang", "1.1.1.1"));
    }

    @Test
    void an_address_tries_thirty_times_whatever_the_names() {
        int tries = 0;
        while (limit.waitSeconds("name" + tries, "1.1.1.1").isEmpty()) {
            tries++;
        }
        assertEquals(30, tries);
    }

    @Test
    void a_name_is_tried_a_hundred_and_twenty_times_from_everywhere() {
        int tries = 0;
        while (limit.waitSeconds("wang", "10.0.0." + tries).isEmpty()) {
            tries++;
        }
        assertEquals(120, tries);
    }

    @Test
    void who_waits_as_long_as_told_may_try_and_not_before() {
        free("wang", "1.1.1.1");
        assertEquals(OptionalLong.of(6), limit.waitSeconds("wang", "1.1.1.1"));
        clock.ahead(Duration.ofMillis(5_500));
        assertEquals(OptionalLong.of(1), limit.waitSeconds("wang", "1.1.1.1"));
        clock.ahead(Duration.ofSeconds(6));
        assertEquals(OptionalLong.empty(), limit.waitSeconds("wang", "1.1.1.1"));
    }

    @Test
    void where_a_guess_takes_longer_than_a_try_needs_to_come_back_none_is_refused() {
        for (int i = 0; i < 100; i++) {
            assertEquals(OptionalLong.empty(), limit.waitSeconds("wang", "1.1.1.1"));
            clock.ahead(Duration.ofSeconds(6L * (i + 1)));
        }
    }
}
