package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.WebModule;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

/** The names along the wall's axis, on every day of a year and on walls of every width: none touches another, the year is told. */
class WallMonthsTest {
    private static final int BACK = 184;
    private static final int DAYS = 306;
    private static final double MONTH = 1.36;
    private static final double TODAY = 3.8;
    private static final double YEAR = 3.95;
    private static final double SHORT = 2.6;

    private record Month(LocalDate first, double x) {
        boolean isJanuary() {
            return first.getMonthValue() == 1;
        }
    }

    private record Name(double from, double to, boolean year) {}

    @Test
    void no_name_touches_another_and_the_year_is_told_on_every_day_and_width() {
        try (WebModule module = new WebModule("views/wall/wall-months.js")) {
            for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() == 2026; day = day.plusDays(1)) {
                List<Month> months = months(day);
                for (double width : new double[] {8, 10.3, 14, 20.4, 22, 27, 40}) {
                    Value names = names(module, months, width);
                    String where = day + " in " + width + " rem: " + names;
                    List<Name> head = head(names, width);
                    for (int i = 1; i < head.size(); i++) {
                        assertTrue(head.get(i).from() - head.get(i - 1).to() > 0.4, where);
                    }
                    boolean january = months.stream().anyMatch(Month::isJanuary);
                    boolean foot = !names.getMember("foot").isNull();
                    assertEquals(january, foot || head.stream().anyMatch(Name::year), where);
                    if (foot) {
                        double from = names.getMember("foot").asDouble() * width / 100;
                        double today = BACK * width / DAYS;
                        assertTrue(from > today + TODAY / 2 || from + YEAR < today - TODAY / 2, where);
                        assertTrue(from + YEAR <= width + 0.001, where);
                    }
                    if (width >= 20) {
                        assertTrue(foot || !january, where);
                        assertEquals(months.size(), head.size(), "every month of a wide wall has its number: " + where);
                    }
                }
            }
        }
    }

    private static List<Month> months(LocalDate day) {
        List<Month> months = new ArrayList<>();
        LocalDate from = day.minusDays(BACK);
        for (LocalDate first = from.withDayOfMonth(1).plusMonths(1);
                first.isBefore(from.plusDays(DAYS));
                first = first.plusMonths(1)) {
            months.add(new Month(first, ChronoUnit.DAYS.between(from, first) * 100.0 / DAYS));
        }
        return months;
    }

    private static Value names(WebModule module, List<Month> months, double width) {
        String listed = months.stream()
                .map(month -> String.format(Locale.ROOT, "{x: %f, year: %b}", month.x(), month.isJanuary()))
                .collect(Collectors.joining(", "));
        return module.export("monthNames")
                .execute(
                        module.eval(String.format(
                                Locale.ROOT,
                                "({days: %d, today: %f, months: [%s]})",
                                DAYS,
                                BACK * 100.0 / DAYS,
                                listed)),
                        module.eval(String.format(
                                Locale.ROOT,
                                "({axis: %f, month: %f, today: %f, year: %f, short: %f})",
                                width,
                                MONTH,
                                TODAY,
                                YEAR,
                                SHORT)));
    }

    private static List<Name> head(Value names, double width) {
        List<Name> head = new ArrayList<>();
        Value months = names.getMember("months");
        for (long i = 0; i < months.getArraySize(); i++) {
            double x = months.getArrayElement(i).getMember("x").asDouble() * width / 100;
            boolean year = months.getArrayElement(i).getMember("year").asBoolean();
            double half = (year ? SHORT : MONTH) / 2;
            head.add(new Name(x - half, x + half, year));
        }
        return head;
    }
}
