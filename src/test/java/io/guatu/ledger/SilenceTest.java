package io.guatu.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests of silence wait for less than a town's program does: here that one's times are held to what is promised. */
class SilenceTest {
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(6);
    /** After so long a viewer says that what it shows is old. */
    private static final Duration OLD = Duration.ofSeconds(15);

    @Test
    void a_connection_outlasts_any_statement() {
        assertTrue(Silence.BORNE.connection().compareTo(LONGEST_STATEMENT) > 0);
        assertEquals(0, Silence.BORNE.connection().toNanosPart(), "in whole seconds");
    }

    @Test
    void a_quiet_viewer_has_a_sign_of_life_twice_before_it_takes_the_line_for_dead() {
        assertTrue(Silence.BORNE.viewer().multipliedBy(2).compareTo(OLD) < 0);
    }

    @Test
    void a_node_that_cannot_read_the_ledger_is_silent_before_its_viewers_say_that_it_is_old() {
        assertTrue(Silence.BORNE.ledger().compareTo(OLD) < 0);
        assertTrue(Silence.BORNE.listener().compareTo(OLD) < 0);
    }
}
