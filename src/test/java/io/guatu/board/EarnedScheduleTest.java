package io.guatu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.figures.Curve;
import io.guatu.board.figures.EarnedSchedule;
import io.guatu.board.figures.EarnedSchedule.Point;
import io.guatu.board.figures.Programme;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Percent;
import io.guatu.domain.ProgressUpdate.ProgressReported;
import io.guatu.domain.Stage;
import io.guatu.domain.Weighting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarnedScheduleTest {
    private static final LocalDate START = LocalDate.parse("2016-01-01");

    /** The worked example of the OC4IDS guidance: three milestones, planned 50, 75 and 100 %. */
    @ParameterizedTest(name = "{0} % on {1}: SV(t) {2} days, SPI(t) {3}")
    @CsvSource({"50, 2018-01-07, 0.0, 1.0000", "75, 2018-08-07, -122.0, 0.8714", "100, 2018-12-01, -153.0, 0.8563"})
    void the_example_of_oc4ids(int earned, LocalDate on, String sv, String spi) {
        List<Point> curve = List.of(
                Point.of(0, 0),
                Point.of(days("2018-01-07"), 50),
                Point.of(days("2018-04-07"), 75),
                Point.of(days("2018-07-01"), 100));
        EarnedSchedule figures = EarnedSchedule.of(
                        curve, BigDecimal.valueOf(earned), BigDecimal.valueOf(ChronoUnit.DAYS.between(START, on)))
                .orElseThrow();
        assertEquals(new BigDecimal(sv), figures.sv());
        assertEquals(new BigDecimal(spi), figures.spi());
    }

    /** Lipke: a linear budget of 100,000 over ten periods, 30,000 earned after four. */
    @Test
    void a_linear_plan_of_ten_periods() {
        List<Point> curve = IntStream.rangeClosed(0, 10)
                .mapToObj(period -> Point.of(period, period * 10_000L))
                .toList();
        EarnedSchedule figures = EarnedSchedule.of(curve, BigDecimal.valueOf(30_000), BigDecimal.valueOf(4))
                .orElseThrow();
        assertEquals(new BigDecimal("3.0"), figures.shown());
        assertEquals(new BigDecimal("0.7500"), figures.spi());
        assertEquals(new BigDecimal("-1.0"), figures.sv());
        assertEquals(7, figures.until(BigDecimal.TEN), "what is left takes as long as it was planned to");
    }

    @Test
    void between_two_points_it_interpolates() {
        List<Point> curve = List.of(Point.of(0, 0), Point.of(10, 20), Point.of(30, 100));
        assertEquals(
                new BigDecimal("15.0"),
                EarnedSchedule.of(curve, BigDecimal.valueOf(40), BigDecimal.valueOf(20))
                        .orElseThrow()
                        .shown());
    }

    @Test
    void on_a_flat_part_of_the_plan_the_last_moment_counts() {
        List<Point> curve = List.of(Point.of(0, 0), Point.of(10, 50), Point.of(20, 50), Point.of(30, 100));
        assertEquals(
                new BigDecimal("20.0"),
                EarnedSchedule.of(curve, BigDecimal.valueOf(50), BigDecimal.valueOf(20))
                        .orElseThrow()
                        .shown());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "no plan,                  false, 0,   ,  0",
        "before the first day,     true,  5,   ,  0",
        "nothing verified,         true,  -50, ,  0",
        "something verified,       true,  -50, 40, 1",
    })
    void a_card_has_figures_only_where_the_data_carries_them(
            String name, boolean planned, int start, Integer verified, int figures) {
        Entries entries = Entries.road(Stage.IMPLEMENTATION);
        if (planned) {
            entries.plan("all", 100, start, 50);
        }
        if (verified != null) {
            entries.report(-1, Entries.MANAGER, "all", verified, null);
        }
        assertEquals(figures == 1, card(entries).forecast() != null, name);
    }

    @Test
    void a_finished_project_has_no_forecast_and_its_clock_stopped_when_it_finished() {
        Card card = card(Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 100, -60, -21)
                .report(-11, Entries.MANAGER, "all", 100, null));
        assertNull(card.forecast().finish());
        assertEquals(new BigDecimal("-10.0"), card.forecast().sv());
        assertEquals(new BigDecimal("0.8000"), card.forecast().spi());
    }

    /** Planned for 100 days from day −50, so that today 50 % should be done, and all of it when day 49 is over. */
    @ParameterizedTest(name = "{0} % verified: finished on day {1}")
    @CsvSource({"50, 49", "40, 59", "25, 74", "80, 19", "1, 98", "0, 99", "99.99, 0", "33.33, 66"})
    void what_is_left_takes_as_long_as_it_was_planned_to(BigDecimal verified, int finish) {
        Card card = card(Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 100, -50, 49)
                .add(-1, Entries.MANAGER, Entries.ROAD, reported(verified)));
        assertEquals(Entries.TODAY.plusDays(finish), card.forecast().finish());
    }

    private static ProgressReported reported(BigDecimal percent) {
        return new ProgressReported(
                new MilestoneId("all"), Percent.of(percent), Entries.TODAY.minusDays(1), null, null, null, null, null);
    }

    /** However it is cut into milestones: with what the plan says, the plan stays; and a day earned is a day less. */
    @Property(tries = 300)
    void what_is_on_plan_finishes_as_planned(
            @ForAll @IntRange(min = 1, max = 99) int weight,
            @ForAll @IntRange(min = 1, max = 300) int first,
            @ForAll @IntRange(min = 1, max = 300) int second) {
        int today = first + second / 2;
        Entries entries = Entries.road(Stage.IMPLEMENTATION)
                .plan("pit", weight, -today, -today + first - 1)
                .plan("road", 100 - weight, -today + first, -today + first + second - 1)
                .report(0, Entries.MANAGER, "pit", 100, null)
                .report(0, Entries.MANAGER, "road", 0, null);
        Card card = card(entries);
        int left = second - second / 2;
        assertEquals(Entries.TODAY.plusDays(second - 1), card.forecast().finish(), "the whole second part is left");
        assertEquals(
                BigDecimal.valueOf(-(second / 2)).setScale(1), card.forecast().sv());
        assertEquals(
                left - 1,
                Entries.TODAY.until(card.milestones().get(1).baseline().finish(), ChronoUnit.DAYS));
    }

    @Property(tries = 200)
    void the_more_is_verified_the_sooner_it_ends_and_never_in_the_past(
            @ForAll @IntRange(min = 0, max = 9_998) int verified,
            @ForAll @IntRange(min = 1, max = 400) int begun,
            @ForAll @IntRange(min = -400, max = 400) int finish) {
        int last = Math.max(finish, -begun);
        LocalDate with = finish(verified, begun, last);
        assertTrue(!with.isBefore(Entries.TODAY));
        assertTrue(!finish(verified + 1, begun, last).isAfter(with));
    }

    private static LocalDate finish(int hundredths, int begun, int last) {
        return card(Entries.road(Stage.IMPLEMENTATION)
                        .plan("all", 100, -begun, last)
                        .add(-1, Entries.MANAGER, Entries.ROAD, reported(BigDecimal.valueOf(hundredths, 2))))
                .forecast()
                .finish();
    }

    @ParameterizedTest(name = "on day {0}: planned {1}, verified {2}, forecast {3}")
    @CsvSource({
        "-50, 0.0,  0.0,",
        "-30, 20.0, 10.0,",
        "-10, 40.0, 10.0,",
        "-3,  47.0, 10.0,",
        "0,   50.0, 40.0, 40.0",
        "24,  74.0,     , 64.0",
        "48,  98.0,     , 88.0",
        "60, 100.0,     , 100.0",
    })
    void the_programmes_curve_says_of_every_day(int day, BigDecimal planned, BigDecimal verified, BigDecimal forecast) {
        Entries entries = Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 100, -50, 49)
                .report(-30, Entries.MANAGER, "all", 10, null)
                .report(-1, Entries.MANAGER, "all", 40, null);
        Board board = board(entries);
        Curve curve = Programme.of(board.projects().byId().values(), Weighting.EQUAL, Entries.TODAY, Entries.ZONE)
                .curve();
        assertEquals(planned, on(curve.planned(), day));
        assertEquals(verified, on(curve.verified(), day));
        assertEquals(forecast, on(curve.forecast(), day));
    }

    @Test
    void a_projects_forecast_goes_on_as_the_rest_of_its_plan_does() {
        Entries entries = Entries.road(Stage.IMPLEMENTATION)
                .plan("pit", 80, -50, -1)
                .plan("road", 20, 0, 49)
                .report(-1, Entries.MANAGER, "pit", 50, null);
        Curve curve = ProjectView.of(
                        board(entries), board(entries).projects().byId().get(Entries.ROAD), List.of())
                .curve();
        assertEquals(new BigDecimal("40.0"), on(curve.forecast(), 0));
        assertEquals(new BigDecimal("80.0"), on(curve.forecast(), 25), "the pit is over");
        assertEquals(new BigDecimal("100.0"), on(curve.forecast(), 75), "the road is over");
        assertEquals(3, curve.forecast().size());
        assertEquals(Entries.TODAY.plusDays(74), card(entries).forecast().finish());
    }

    @Test
    void nothing_reads_as_all_before_it_is() {
        Entries entries = Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 100, -50, 49)
                .add(-1, Entries.MANAGER, Entries.ROAD, reported(new BigDecimal("99.99")));
        Board board = board(entries);
        BigDecimal nearly = new BigDecimal("99.9");
        assertEquals(nearly, board.totals().progress().verified());
        Curve curve = Programme.of(board.projects().byId().values(), Weighting.EQUAL, Entries.TODAY, Entries.ZONE)
                .curve();
        assertEquals(nearly, on(curve.verified(), 0));
        assertEquals(nearly, on(curve.forecast(), 0));
        Board last = board.on(Entries.TODAY.plusDays(49));
        assertEquals(new BigDecimal("99.0"), last.totals().progress().time(), "the last day is not over");
        assertEquals(
                new BigDecimal("100.0"),
                last.on(last.day().plusDays(1)).totals().progress().time());
    }

    private static BigDecimal on(List<Curve.Point> series, int day) {
        return series.stream()
                .filter(point -> point.day().equals(Entries.TODAY.plusDays(day)))
                .map(Curve.Point::percent)
                .findFirst()
                .orElse(null);
    }

    @Test
    void nothing_earned_leaves_the_whole_plan() {
        Card card = card(Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 100, -60, 19)
                .report(-1, Entries.MANAGER, "all", 0, null));
        assertTrue(card.forecast().spi().signum() == 0);
        assertEquals(Entries.TODAY.plusDays(79), card.forecast().finish());
    }

    private static Board board(Entries entries) {
        return Board.empty(new UUID(1, 1), Entries.TODAY, Entries.ZONE, Sets.named("daguan-1"))
                .after(entries.all());
    }

    private static Card card(Entries entries) {
        return board(entries).cards().get(Entries.ROAD);
    }

    private static long days(String on) {
        return ChronoUnit.DAYS.between(START, LocalDate.parse(on));
    }
}
