package io.guatu.board.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.domain.Percent;
import io.guatu.domain.Quantity;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a milestone is done, and what follows from it. */
class MeasureTest {
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    private static Quantity of(String value) {
        return Quantity.of(new BigDecimal(value));
    }

    @ParameterizedTest(name = "{1} of {0} is {2} %")
    @CsvSource({
        "6.2, 0, 0",
        "6.2, 3.1, 50",
        "3, 1, 33.33",
        "3, 2.999, 99.96",
        "3, 3, 100",
        "3, 3.4, 100",
        "1000000000, 0.001, 0"
    })
    void percent_follows_rounded_down_and_is_never_more_than_all(String total, String done, String percent) {
        assertEquals(
                Percent.of(new BigDecimal(percent)),
                Measure.of(of(total), "公里", Quantity.NONE).percent(of(done)));
    }

    @Test
    void a_month_has_what_came_to_it() {
        Measure told = Measure.of(of("6.2"), "公里", Quantity.NONE)
                .done(of("1.5"), MAY)
                .done(of("2"), MAY)
                .done(of("2.8"), MAY.plusMonths(2));
        assertEquals(Optional.of(of("2")), told.in(MAY));
        assertEquals(Optional.empty(), told.in(MAY.plusMonths(1)), "nobody told of it");
        assertEquals(Optional.of(of("0.8")), told.in(MAY.plusMonths(2)));
        assertEquals(of("2.8"), told.done());
    }

    @Test
    void what_was_taken_back_is_nothing_and_what_nobody_counted_is_not_known() {
        Measure known =
                Measure.of(of("6.2"), "公里", Quantity.NONE).done(of("3"), MAY).done(of("2"), MAY.plusMonths(1));
        assertEquals(Optional.of(Quantity.NONE), known.in(MAY.plusMonths(1)));
        Measure late = Measure.of(of("6.2"), "公里", null).done(of("3"), MAY).done(of("4"), MAY.plusMonths(1));
        assertEquals(Optional.empty(), late.in(MAY));
        assertEquals(Optional.of(of("1")), late.in(MAY.plusMonths(1)));
    }
}
