package io.guatu.board;

import static io.guatu.board.Entries.CONTRACTOR;
import static io.guatu.board.Entries.MANAGER;
import static io.guatu.board.Entries.ROAD;
import static io.guatu.board.Entries.TODAY;
import static io.guatu.board.Entries.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.guatu.domain.MilestoneId;
import io.guatu.domain.Percent;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProgressUpdate.ProgressVerified;
import io.guatu.domain.ProgressUpdate.ProgressWithdrawn;
import io.guatu.domain.ProgressUpdate.StillTrue;
import io.guatu.domain.Stage;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The one age that every page shows: how old what somebody last said of the project is. */
class FreshnessTest {
    @Test
    void verifying_makes_nothing_younger() {
        Entries entries = road().report(-3, CONTRACTOR, "all", 40, null);
        entries.add(-2, MANAGER, ROAD, new ProgressVerified(entries.all().size(), null));
        Card.Freshness freshness = freshness(entries);
        assertEquals(Entries.at(-3), freshness.told());
        assertEquals(Entries.at(-2), freshness.confirmed(), "and when it was confirmed has a name of its own");
    }

    @Test
    void who_only_ever_confirmed_has_spoken() {
        Card.Freshness freshness = freshness(road().add(-2, CONTRACTOR, ROAD, new StillTrue(null, null)));
        assertNull(freshness.reported());
        assertEquals(Entries.at(-2), freshness.told());
    }

    @Test
    void a_report_that_waited_for_a_network_is_as_old_as_the_day_it_speaks_of() {
        Entries entries = road();
        entries.add(
                0,
                CONTRACTOR,
                ROAD,
                new ProgressReported(
                        new MilestoneId("all"), Percent.of(40), TODAY.minusDays(4), null, null, null, null, null));
        Instant over = TODAY.minusDays(3).atStartOfDay(ZONE).toInstant();
        assertEquals(over, freshness(entries).told());
        assertEquals(Entries.at(0), freshness(entries).reported());
    }

    @Test
    void what_arrives_later_and_is_older_changes_nothing() {
        Entries entries = road().report(-2, CONTRACTOR, "all", 40, null);
        entries.add(
                0,
                CONTRACTOR,
                ROAD,
                new ProgressReported(
                        new MilestoneId("all"), Percent.of(30), TODAY.minusDays(9), null, null, null, null, null));
        assertEquals(Entries.at(-2), freshness(entries).told());
    }

    @Test
    void a_report_that_is_taken_back_was_no_sign_of_life() {
        Entries entries = road().report(-9, CONTRACTOR, "all", 30, null);
        Card.Freshness before = freshness(entries);
        entries.report(0, CONTRACTOR, "all", 40, null);
        assertEquals(Entries.at(0), freshness(entries).told());
        entries.add(0, CONTRACTOR, ROAD, new ProgressWithdrawn(entries.all().size()));
        assertEquals(before.told(), freshness(entries).told());
        assertEquals(before.reported(), freshness(entries).reported());
    }

    @Test
    void nobody_said_anything() {
        assertNull(freshness(road()).told());
    }

    private static Entries road() {
        return Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -50, 49);
    }

    private static Card.Freshness freshness(Entries entries) {
        return Board.empty(new UUID(1, 1), TODAY, ZONE, Sets.named("daguan-1"))
                .after(entries.all())
                .cards()
                .get(ROAD)
                .freshness();
    }
}
