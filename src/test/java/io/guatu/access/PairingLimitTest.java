package io.guatu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.app.TestClock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often codes are given, asked about and typed, by a clock that the test moves. */
class PairingLimitTest {
    private final TestClock clock = new TestClock();
    private final PairingLimit limit = new PairingLimit(clock);

    @BeforeEach
    void time_stands_still() {
        clock.stop();
    }

    private static int free(Supplier<OptionalLong> tries) {
        int free = 0;
        while (tries.get().isEmpty()) {
            free++;
        }
        return free;
    }

    @Test
    void an_address_gets_ten_codes_a_minute() {
        assertEquals(10, free(() -> limit.code("1.1.1.1")));
        assertEquals(10, free(() -> limit.code("2.2.2.2")), "another address");
        assertEquals(OptionalLong.of(6), limit.code("1.1.1.1"));
        clock.ahead(Duration.ofSeconds(6));
        assertEquals(1, free(() -> limit.code("1.1.1.1")));
    }

    @Test
    void twenty_walls_of_an_office_ask_twice_a_second() {
        assertEquals(20 * 2 * 60, free(() -> limit.question("1.1.1.1")));
        assertEquals(10, free(() -> limit.code("1.1.1.1")), "and get their codes all the same");
    }

    @Test
    void a_person_types_ten_codes_a_minute() {
        assertEquals(10, free(() -> limit.typed("office")));
        assertEquals(10, free(() -> limit.typed("office-2")), "another person");
        clock.ahead(Duration.ofMinutes(1));
        assertEquals(10, free(() -> limit.typed("office")));
    }
}
