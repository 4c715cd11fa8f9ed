package io.guatu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.app.TestClock;
import io.guatu.domain.PersonId;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a code may be guessed, by a clock that the test moves. */
class CodeLimitTest {
    private static final PersonId WANG = new PersonId("wang");

    private final TestClock clock = new TestClock();
    private final CodeLimit limit = new CodeLimit(clock);

    @BeforeEach
    void time_stands_still() {
        clock.stop();
    }

    private int free(PersonId person) {
        int tries = 0;
        while (limit.waitSeconds(person).isEmpty()) {
            tries++;
        }
        return tries;
    }

    @Test
    void ten_wrong_codes_in_a_quarter_of_an_hour_whoever_shows_them() {
        assertEquals(10, free(WANG));
        assertEquals(10, free(new PersonId("li")), "another person");
        clock.ahead(Duration.ofSeconds(90));
        assertEquals(1, free(WANG), "one comes back every minute and a half");
        clock.ahead(Duration.ofMinutes(17));
        assertEquals(10, free(WANG));
    }

    @Test
    void who_shows_the_right_one_may_do_so_all_day() {
        for (int i = 0; i < 100; i++) {
            assertTrue(limit.waitSeconds(WANG).isEmpty());
            limit.right(WANG);
        }
        assertEquals(10, free(WANG));
    }
}
