package io.guatu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.figures.Curve;
import io.guatu.board.figures.EarnedSchedule;
import io.guatu.board.figures.EarnedSchedule.Point;
import io.guatu.board.figures.Programme;
import io.guatu.domain.Stage;
import io.guatu.domain.Weighting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
        assertEquals(new BigDecimal("3.0"), figures.es());
        assertEquals(new BigDecimal("0.7500"), figures.spi());
        assertEquals(new BigDecimal("-1.0"), figures.sv());
        assertEquals(new BigDecimal("13.3"), figures.forecast(BigDecimal.TEN).orElseThrow());
    }

    @Test
    void between_two_points_it_interpolates() {
        List<Point> curve = List.of(Point.of(0, 0), Point.of(10, 20), Point.of(30, 100));
        assertEquals(
                new BigDecimal("15.0"),
                EarnedSchedule.of(curve, BigDecimal.valueOf(40), BigDecimal.valueOf(20))
                        .orElseThrow()
                        .es());
    }

    @Test
    void on_a_flat_part_of_the_plan_the_last_moment_counts() {
        List<Point> curve = List.of(Point.of(0, 0), Point.of(10, 50), Point.of(20, 50), Point.of(30, 100));
        assertEquals(
                new BigDecimal("20.0"),
                EarnedSchedule.of(curve, BigDecimal.valueOf(50), BigDecimal.valueOf(20))
                        .orElseThrow()
                        .es());
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
                .plan("all", 100, -60, -20)
                .report(-10, Entries.MANAGER, "all", 100, null));
        assertNull(card.forecast().finish());
        assertEquals(new BigDecimal("-10.0"), card.forecast().sv());
        assertEquals(new BigDecimal("0.8000"), card.forecast().spi());
    }

    /** Planned for 100 days from day −50, so that today 50 % should be done. */
    @ParameterizedTest(name = "{0} % verified: finished on day {1}")
    @CsvSource({"50, 50", "40, 75", "25, 150", "80, 13", "1, 4950"})
    void the_forecast_finish_is_the_planned_duration_by_the_index(int verified, int finish) {
        Card card = card(Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 100, -50, 50)
                .report(-1, Entries.MANAGER, "all", verified, null));
        assertEquals(Entries.TODAY.plusDays(finish), card.forecast().finish());
    }

    @ParameterizedTest(name = "on day {0}: planned {1}, verified {2}, forecast {3}")
    @CsvSource({
        "-50, 0.0,  0.0,",
        "-30, 20.0, 10.0,",
        "-10, 40.0, 10.0,",
        "-3,  47.0, 10.0,",
        "0,   50.0, 40.0, 40.0",
        "25,  75.0,     , 60.0",
        "50, 100.0,     , 80.0",
        "75, 100.0,     , 100.0",
    })
    void the_programmes_curve_says_of_every_day(int day, BigDecimal planned, BigDecimal verified, BigDecimal forecast) {
        Entries entries = Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 100, -50, 50)
                .report(-30, Entries.MANAGER, "all", 10, null)
                .report(-1, Entries.MANAGER, "all", 40, null);
        Board board = Board.empty(new UUID(1, 1), Entries.TODAY, Entries.ZONE, Sets.named("daguan-1"))
                .after(entries.all());
        Curve curve = Programme.of(board.projects().byId().values(), Weighting.EQUAL, Entries.TODAY, Entries.ZONE)
                .curve();
        assertEquals(planned, on(curve.planned(), day));
        assertEquals(verified, on(curve.verified(), day));
        assertEquals(forecast, on(curve.forecast(), day));
    }

    private static BigDecimal on(List<Curve.Point> series, int day) {
        return series.stream()
                .filter(point -> point.day().equals(Entries.TODAY.plusDays(day)))
                .map(Curve.Point::percent)
                .findFirst()
                .orElse(null);
    }

    @Test
    void nothing_earned_forecasts_nothing() {
        Card card = card(Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 100, -60, 20)
                .report(-1, Entries.MANAGER, "all", 0, null));
        assertTrue(card.forecast().spi().signum() == 0);
        assertNull(card.forecast().finish());
    }

    private static Card card(Entries entries) {
        return Board.empty(new UUID(1, 1), Entries.TODAY, Entries.ZONE, Sets.named("daguan-1"))
                .after(entries.all())
                .cards()
                .get(Entries.ROAD);
    }

    private static long days(String on) {
        return ChronoUnit.DAYS.between(START, LocalDate.parse(on));
    }
}
