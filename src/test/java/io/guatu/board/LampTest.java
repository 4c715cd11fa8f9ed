package io.guatu.board;

import static io.guatu.board.Entries.CONTRACTOR;
import static io.guatu.board.Entries.MANAGER;
import static io.guatu.board.Entries.ROAD;
import static io.guatu.board.Entries.TODAY;
import static io.guatu.board.Entries.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.lamp.Lamp;
import io.guatu.domain.Entry;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Percent;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.ProgressUpdate.StillTrue;
import io.guatu.domain.ProjectUpdate.ProjectAmended;
import io.guatu.domain.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LampTest {
    /** One milestone of the whole project; days are from today. What a town official may check line by line. */
    @ParameterizedTest(name = "{0}: planned {1}…{2}, {3} % verified {4} days ago, forecast {5} → {6} {7}")
    @CsvSource({
        // case                      start finish done  ago forecast colour  reason
        "on time,                      -50,  49,  50,   1,  ,     GREEN,",
        "a little behind,              -50,  49,  41,   1,  ,     GREEN,",
        "10 points behind,             -50,  49,  40,   1,  ,     YELLOW, BEHIND",
        "20 points behind,             -50,  49,  30,   1,  ,     RED,    BEHIND",
        "due today and nearly done,    -50,   0,  95,   1,  ,     GREEN,",
        "late by one day,              -50,  -1,  95,   1,  ,     YELLOW, MILESTONE_LATE",
        "late by fourteen days,        -50, -14,  95,   1,  ,     YELLOW, MILESTONE_LATE",
        "late by fifteen days,         -50, -15,  95,   1,  ,     RED,    MILESTONE_LATE",
        "late but done,                -50, -15, 100,   1,  ,     DONE,   ALL_VERIFIED",
        "due in 7 days with much left, -13,   7,  60,   1,  ,     YELLOW, DUE_SOON",
        "due in 7 days and nearly done, -13,  7,  71,   1,  ,     GREEN,",
        "forecast 6 days late,         -50,  49,  50,   1,  55,   GREEN,",
        "forecast 7 days late,         -50,  49,  50,   1,  56,   YELLOW, FORECAST_LATE",
        "forecast 60 days late,        -50,  49,  50,   1, 109,   RED,    FORECAST_LATE",
        "silent for exactly a week,    -50,  49,  50,   7,  ,     GREEN,",
        "silent for longer,            -50,  49,  50,   8,  ,     GREY,   SILENT",
        "red and silent is grey,       -50, -30,  50,   8,  ,     GREY,   SILENT",
        "done and silent is done,      -50, -30, 100,  40,  ,     DONE,   ALL_VERIFIED",
    })
    void the_default_rules(
            String name,
            int start,
            int finish,
            int done,
            int ago,
            Integer forecast,
            Lamp.Colour colour,
            Lamp.Code reason) {
        Lamp lamp = lamp(
                Entries.road(Stage.IMPLEMENTATION)
                        .plan("all", 100, start, finish)
                        .report(-ago, MANAGER, "all", done, forecast),
                "daguan-1");
        assertEquals(colour, lamp.colour(), name);
        assertEquals(
                reason, lamp.reasons().isEmpty() ? null : lamp.reasons().get(0).code(), name);
        boolean wayBack = colour == Lamp.Colour.YELLOW || colour == Lamp.Colour.RED || reason == Lamp.Code.SILENT;
        assertEquals(wayBack, !lamp.toGreen().isEmpty(), "a colour that is not green says how to become it");
    }

    /** Beside work that is as far as planned: what is handed over, signed or opened on a day has no length. */
    @ParameterizedTest(name = "{0}, of which nothing is done, under {3}: {4} {5}")
    @CsvSource({
        // case                 start finish rules       colour  reason
        "a day in a week,          7,   7, daguan-1,   GREEN,",
        "today,                    0,   0, daguan-1,   GREEN,",
        "yesterday,               -1,  -1, daguan-1,   YELLOW, MILESTONE_LATE",
        "a day 15 days ago,      -15, -15, daguan-1,   RED,    MILESTONE_LATE",
        "three days next week,     5,   7, daguan-1,   GREEN,",
        "yesterday and today,     -1,   0, daguan-1,   YELLOW, DUE_SOON",
        "a day in a week,          7,   7, yinchuan-1, GREEN,",
        "today,                    0,   0, yinchuan-1, GREEN,",
        "yesterday,               -1,  -1, yinchuan-1, YELLOW, BEHIND",
        "today,                    0,   0, sanya-1,    GREEN,",
        "yesterday,               -1,  -1, sanya-1,    YELLOW, BEHIND",
    })
    void a_deadline_ends_with_its_day_and_what_has_no_length_is_not_behind(
            String name, int start, int finish, String rules, Lamp.Colour colour, Lamp.Code reason) {
        Lamp lamp = lamp(
                Entries.road(Stage.IMPLEMENTATION)
                        .plan("road", 70, -50, 49)
                        .plan("opening", 30, start, finish)
                        .report(-1, MANAGER, "road", 50, null),
                rules);
        assertEquals(colour, lamp.colour(), name);
        assertEquals(
                reason, lamp.reasons().isEmpty() ? null : lamp.reasons().get(0).code(), name);
    }

    static Stream<Arguments> without_progress() {
        return Stream.of(
                Arguments.of("no plan", Entries.road(Stage.IMPLEMENTATION), Lamp.Code.NO_PLAN),
                Arguments.of(
                        "weights short of 100",
                        Entries.road(Stage.IMPLEMENTATION).plan("half", 50, -50, 50),
                        Lamp.Code.PLAN_INCOMPLETE),
                Arguments.of(
                        "starts in the future",
                        Entries.road(Stage.PREPARATION).plan("all", 100, 10, 50),
                        Lamp.Code.NOT_STARTED),
                Arguments.of("cancelled", Entries.road(Stage.CANCELLED).plan("all", 100, -50, 49), Lamp.Code.CANCELLED),
                Arguments.of(
                        "planned long ago and never heard of",
                        Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -50, 49),
                        Lamp.Code.SILENT));
    }

    @ParameterizedTest(name = "{0} is grey")
    @MethodSource
    void without_progress(String name, Entries entries, Lamp.Code reason) {
        Lamp lamp = lamp(entries, "daguan-1");
        assertEquals(Lamp.Colour.GREY, lamp.colour(), name);
        assertEquals(reason, lamp.reasons().get(0).code(), name);
    }

    @ParameterizedTest(name = "{0}: {1} of 50 planned points verified is {2}")
    @CsvSource({
        "yinchuan-1, 40.01, GREEN",
        "yinchuan-1, 40,    YELLOW",
        "yinchuan-1, 20,    YELLOW",
        "yinchuan-1, 19.99, RED",
        "sanya-1,    50,    GREEN",
        "sanya-1,    49.51, GREEN",
        "sanya-1,    49.5,  YELLOW",
        "sanya-1,    25,    YELLOW",
        "sanya-1,    24.99, RED",
        "daguan-1,   40.01, GREEN",
        "daguan-1,   40,    YELLOW",
        "daguan-1,   30.01, YELLOW",
        "daguan-1,   30,    RED",
    })
    void other_towns_have_other_rules(String rules, BigDecimal done, Lamp.Colour colour) {
        assertEquals(
                colour,
                lamp(verified(Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -50, 49), done), rules)
                        .colour());
    }

    /** 2.06 % of a plan of 97 days should be done on its second day. */
    @ParameterizedTest(name = "{0} %, on the second of 97 days, is {1}")
    @CsvSource({"2.07, GREEN", "2.06, GREEN", "2.05, GREEN", "2.04, YELLOW"})
    void exact_values_are_judged_and_only_what_is_shown_is_rounded(BigDecimal done, Lamp.Colour colour) {
        Entries entries = verified(Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -2, 94), done);
        assertEquals(colour, lamp(entries, "sanya-1").colour());
    }

    @ParameterizedTest(name = "reported {0} days ago, true {1} days ago: {2}")
    @CsvSource({"0, 7, GREEN", "0, 8, GREY", "0, 60, GREY", "7, 7, GREEN"})
    void what_is_reported_late_is_as_old_as_what_it_says(int reported, int asOf, Lamp.Colour colour) {
        Entries entries = Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -50, 49);
        entries.add(
                -reported,
                MANAGER,
                ROAD,
                new ProgressReported(
                        new MilestoneId("all"), Percent.of(50), TODAY.minusDays(asOf), null, null, null, null, null));
        assertEquals(colour, lamp(entries, "daguan-1").colour());
    }

    @ParameterizedTest(name = "with a cadence of {0} working days, a report of {1} days ago is {2}")
    @CsvSource({"5, 7, GREEN", "5, 8, GREY", "1, 1, GREEN", "1, 4, GREY", "10, 14, GREEN", "10, 15, GREY"})
    void each_project_has_its_own_cadence(int cadence, int ago, Lamp.Colour colour) {
        Entries entries = Entries.road(Stage.IMPLEMENTATION)
                .add(-100, MANAGER, ROAD, new ProjectAmended(null, null, null, null, cadence, null, null, null))
                .plan("all", 100, -50, 49)
                .report(-ago, MANAGER, "all", 50, null);
        assertEquals(colour, lamp(entries, "daguan-1").colour());
    }

    private static Entries verified(Entries entries, BigDecimal done) {
        Percent percent = Percent.of(done);
        return entries.add(
                0,
                MANAGER,
                ROAD,
                new ProgressReported(new MilestoneId("all"), percent, TODAY, null, null, null, null, null));
    }

    @Test
    void what_is_pending_turns_no_lamp() {
        Entries entries =
                Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -50, 49).report(-1, CONTRACTOR, "all", 100, null);
        assertEquals(Lamp.Colour.RED, lamp(entries, "daguan-1").colour());
    }

    @Test
    void the_most_urgent_is_red_for_longest_and_who_is_silent_stands_before_who_is_well() {
        List<Lamp> worstFirst = List.of(
                planned(-50, -30, 95),
                planned(-50, -15, 95),
                planned(-50, -14, 95),
                planned(-50, -5, 95),
                planned(-13, 7, 60),
                lamp(
                        Entries.road(Stage.IMPLEMENTATION)
                                .plan("all", 100, -50, 49)
                                .report(-9, MANAGER, "all", 50, null),
                        "daguan-1"),
                lamp(Entries.road(Stage.IMPLEMENTATION).plan("all", 100, 300, 400), "daguan-1"),
                planned(-50, 49, 50),
                planned(-50, -15, 100));
        for (int i = 1; i < worstFirst.size(); i++) {
            Lamp before = worstFirst.get(i - 1);
            Lamp after = worstFirst.get(i);
            assertTrue(before.urgency() > after.urgency(), () -> before + " stands before " + after);
        }
    }

    private static Lamp planned(int start, int finish, int done) {
        return lamp(
                Entries.road(Stage.IMPLEMENTATION)
                        .plan("all", 100, start, finish)
                        .report(-1, MANAGER, "all", done, null),
                "daguan-1");
    }

    @Test
    void verifying_what_the_lamp_asks_for_turns_it_green() {
        Entries entries =
                Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -50, 49).report(-1, MANAGER, "all", 30, null);
        Lamp.Step way = lamp(entries, "daguan-1").toGreen().get(0);
        assertEquals(Lamp.Way.VERIFY_POINTS, way.code());
        int next = 30 + way.points().intValue() + 1;
        assertEquals(
                Lamp.Colour.GREEN,
                lamp(entries.report(0, MANAGER, "all", next, null), "daguan-1").colour());
    }

    @Test
    void still_true_brings_a_silent_project_back() {
        Entries entries =
                Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -50, 49).report(-9, MANAGER, "all", 50, null);
        assertEquals(Lamp.Colour.GREY, lamp(entries, "daguan-1").colour());
        entries.add(0, CONTRACTOR, ROAD, new StillTrue(null, null));
        assertEquals(Lamp.Colour.GREEN, lamp(entries, "daguan-1").colour());
    }

    @Test
    void the_day_alone_turns_a_lamp() {
        Board board = board(
                Entries.road(Stage.IMPLEMENTATION)
                        .plan("all", 100, -50, 49)
                        .report(-1, MANAGER, "all", 50, null)
                        .all(),
                "daguan-1");
        assertEquals(Lamp.Colour.GREEN, board.cards().get(ROAD).lamp().colour());
        Board later = board.on(TODAY.plusDays(7));
        assertEquals(Lamp.Colour.GREY, later.cards().get(ROAD).lamp().colour());
        assertEquals(board.seq(), later.seq());
    }

    @Test
    void not_started_and_cancelled_projects_are_counted_nowhere() {
        Totals planned = board(
                        Entries.road(Stage.PREPARATION).plan("all", 100, 10, 50).all(), "daguan-1")
                .totals();
        assertEquals(1, planned.projects());
        assertEquals(1, planned.notStarted());
        assertTrue(planned.lamps().values().stream().allMatch(count -> count == 0));
        assertEquals(null, planned.progress());
    }

    private static Lamp lamp(Entries entries, String rules) {
        return board(entries.all(), rules).cards().get(ROAD).lamp();
    }

    private static Board board(List<Entry> entries, String rules) {
        return Board.empty(new UUID(1, 1), TODAY, ZONE, Sets.named(rules)).after(entries);
    }
}
