package io.guatu.board;

import static io.guatu.board.Entries.MANAGER;
import static io.guatu.board.Entries.ROAD;
import static io.guatu.board.Entries.TODAY;
import static io.guatu.board.Entries.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.board.lamp.Lamp;
import io.guatu.domain.BlockerUpdate.BlockerRaised;
import io.guatu.domain.Cause;
import io.guatu.domain.Entry;
import io.guatu.domain.Factor;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.PlanUpdate.ForecastMoved;
import io.guatu.domain.ProjectUpdate.ProjectResumed;
import io.guatu.domain.ProjectUpdate.ProjectSuspended;
import io.guatu.domain.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every figure across a suspension. A project of 100 days is planned for the days −50 to 49 and stands still for 20 of
 * them, from day −40 to day −20: it is due on day 69, and today its clock has run for 30 days.
 */
class PauseTest {
    private static final MilestoneId ALL = new MilestoneId("all");

    @ParameterizedTest(name = "{0} % verified: {1} is {2}")
    @CsvSource({
        "30,  planned start,            -50",
        "30,  planned finish,            69",
        "30,  due,                       69",
        "30,  days left,                 69",
        "30,  time progress,           30.0",
        "30,  days ahead,               0.0",
        "30,  index,                 1.0000",
        "30,  finish as the rest is planned, 69",
        "30,  curve today,             30.0",
        "30,  curve in the pause,      10.0",
        "30,  curve at the end,       100.0",
        "20,  days ahead,             -10.0",
        "20,  finish as the rest is planned, 79",
        "99,  days ahead,              69.0",
        "100, days ahead,              69.0",
        "100, index,                 3.2258",
    })
    void figures(int verified, String figure, String value) {
        Entries entries = paused(plan()).report(0, MANAGER, "all", verified, null);
        assertEquals(value, figure(board(entries), figure));
    }

    @ParameterizedTest(name = "forecast on day {0} for day {1}: {2} is {3}")
    @CsvSource({
        "-60, 53, forecast,     73",
        "-60, 53, days left,    73",
        "-10, 73, forecast,     73",
        "-10, 73, days left,    73",
        "-10, 69, lamp,      GREEN",
        "-10, 75, lamp,      GREEN",
        "-10, 76, lamp,     YELLOW",
        "-60, 55, lamp,      GREEN",
        "-60, 56, lamp,     YELLOW",
    })
    void forecasts(int said, int forecast, String figure, String value) {
        Entries entries = plan();
        ForecastMoved moved = new ForecastMoved(ALL, TODAY.plusDays(forecast), Cause.LAND, null, null);
        if (said < -40) {
            paused(entries.add(said, MANAGER, ROAD, moved));
        } else {
            paused(entries).add(said, MANAGER, ROAD, moved);
        }
        assertEquals(value, figure(board(entries.report(0, MANAGER, "all", 30, null)), figure));
    }

    @ParameterizedTest(name = "a blocker of day −45, promised for day {0}, seen on day {1}: {2} is {3}")
    @CsvSource({
        "30,  -30, days open,     5",
        "30,  -20, days open,     5",
        "30,  -20, lamp,      GREEN",
        "30,    0, days open,    25",
        "30,    0, promised,     50",
        "-35, -20, days past,  null",
        "-35,   0, promised,    -15",
        "-35,   0, days past,    15",
        "-42, -20, days past,     2",
        "-42,   0, days past,    22",
    })
    void blockers(int promised, int seen, String figure, String value) {
        Entries entries = plan().report(-46, MANAGER, "all", 5, null)
                .add(
                        -45,
                        MANAGER,
                        ROAD,
                        new BlockerRaised(Factor.LAND, "堵", null, null, TODAY.plusDays(promised), null, null));
        paused(entries);
        List<Entry> known = entries.all().stream()
                .filter(entry -> !entry.at().isAfter(Entries.at(seen)))
                .toList();
        LocalDate day = TODAY.plusDays(seen);
        assertEquals(value, figure(empty().after(known).on(day), figure));
    }

    @Test
    void what_was_late_when_the_clock_stopped_is_as_late_when_it_runs_again() {
        Entries entries = Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -90, -45);
        Board board = board(paused(entries).report(-1, MANAGER, "all", 90, null));
        Lamp.Reason late = board.cards().get(ROAD).lamp().reasons().get(0);
        assertEquals(Lamp.Code.MILESTONE_LATE, late.code());
        assertEquals(25, late.days(), "five days before it and twenty after");
    }

    private static String figure(Board board, String figure) {
        Card card = board.cards().get(ROAD);
        MilestoneView step = card.milestones().get(0);
        return switch (figure) {
            case "planned start" -> day(step.baseline().start());
            case "planned finish" -> day(step.baseline().finish());
            case "forecast" -> day(step.forecast());
            case "due" -> day(card.next().due());
            case "days left" -> "" + card.next().days();
            case "time progress" -> "" + card.progress().time();
            case "days ahead" -> "" + card.forecast().sv();
            case "index" -> "" + card.forecast().spi();
            case "finish as the rest is planned" -> day(card.forecast().finish());
            case "lamp" -> "" + card.lamp().colour();
            case "days open" -> "" + card.blockers().get(0).days();
            case "promised" -> day(card.blockers().get(0).promised());
            case "days past" -> "" + card.blockers().get(0).past();
            case "curve today" -> planned(board, 0);
            case "curve in the pause" -> planned(board, -20);
            case "curve at the end" -> planned(board, 70);
            default -> throw new IllegalArgumentException(figure);
        };
    }

    private static String planned(Board board, int day) {
        return ProjectView.of(board, board.projects().byId().get(ROAD), List.of()).curve().planned().stream()
                .filter(point -> point.day().equals(TODAY.plusDays(day)))
                .map(point -> "" + point.percent())
                .findFirst()
                .orElse("no point");
    }

    private static String day(LocalDate day) {
        return "" + (day.toEpochDay() - TODAY.toEpochDay());
    }

    private static Entries plan() {
        return Entries.road(Stage.IMPLEMENTATION).plan("all", 100, -50, 49);
    }

    private static Entries paused(Entries entries) {
        return entries.add(-40, MANAGER, ROAD, new ProjectSuspended("汛期", "镇长办公会", null))
                .add(-20, MANAGER, ROAD, new ProjectResumed("可以复工", "镇长办公会", null));
    }

    private static Board board(Entries entries) {
        return empty().after(entries.all());
    }

    private static Board empty() {
        return Board.empty(new UUID(1, 1), TODAY, ZONE, Sets.named("daguan-1"));
    }
}
