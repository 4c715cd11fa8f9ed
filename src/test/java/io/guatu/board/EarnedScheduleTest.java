package io.guatu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.figures.EarnedSchedule;
import io.guatu.board.figures.EarnedSchedule.Point;
import io.guatu.domain.Stage;
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
