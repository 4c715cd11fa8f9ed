package io.guatu.tidings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.access.Person;
import io.guatu.access.Roster;
import io.guatu.domain.AccessUpdate.PersonAdded;
import io.guatu.domain.PersonId;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who hears of what: what they asked for, of what is theirs, as long as it is. */
class ReceiverTest {
    private static final ProjectId ROAD = new ProjectId("road");
    private static final ProjectId PARK = new ProjectId("park");
    private static final PersonId WANG = new PersonId("wang");
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private static Receiver receiver(PersonId person, List<ProjectId> projects) {
        return new Receiver(
                "r",
                person,
                "名",
                Channel.MAIL,
                List.of(What.DIRECTIVE, What.SILENT),
                projects,
                new Hours(null, null, null, false),
                false,
                NOON);
    }

    private static Roster roster(Role role, Instant disabled) {
        Person wang = new Person(new PersonAdded(WANG, "王", role, List.of(ROAD)), disabled, Instant.EPOCH);
        return new Roster(Map.of(WANG, wang), Map.of(), Map.of());
    }

    private static Tiding order(ProjectId project, Instant at) {
        return Tiding.issued(project, 7, LocalDate.parse("2026-11-30"), at);
    }

    @Test
    void a_group_hears_what_it_asked_for_and_nothing_from_before_it_was_there() {
        Receiver all = receiver(null, null);
        assertTrue(all.hears(order(ROAD, NOON), Roster.NONE));
        assertFalse(all.hears(order(ROAD, NOON.minusSeconds(1)), Roster.NONE));
        assertTrue(all.hears(Tiding.silent(ROAD, LocalDate.parse("2026-11-24")), Roster.NONE));
        assertFalse(all.hears(
                Tiding.due(What.OVERDUE, Tiding.About.HAZARD, ROAD, 1, LocalDate.parse("2026-11-24")), Roster.NONE));
        assertFalse(receiver(null, List.of(PARK)).hears(order(ROAD, NOON), Roster.NONE));
    }

    @Test
    void a_person_hears_of_what_is_theirs_as_long_as_the_account_is_open() {
        Receiver wang = receiver(WANG, null);
        assertTrue(wang.hears(order(ROAD, NOON), roster(Role.MANAGER, null)));
        assertFalse(wang.hears(order(PARK, NOON), roster(Role.MANAGER, null)));
        assertTrue(wang.hears(order(PARK, NOON), roster(Role.LEADER, null)));
        assertFalse(wang.hears(order(ROAD, NOON), roster(Role.MANAGER, NOON)));
        assertFalse(wang.hears(order(ROAD, NOON), Roster.NONE));
        assertTrue(wang.stillHears(order(ROAD, NOON.minusSeconds(9)), roster(Role.MANAGER, null)), "it waited");
        assertFalse(wang.stillHears(order(PARK, NOON), roster(Role.MANAGER, null)), "the project changed hands");
        assertTrue(wang.stillHears(Tiding.test("1"), roster(Role.MANAGER, null)));
    }
}
