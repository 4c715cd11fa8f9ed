package io.guatu.tidings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.board.Entries;
import io.guatu.board.fold.Calendar;
import io.guatu.domain.BoardUpdate.CalendarAdopted;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody hears. 2026-11-24 is a Tuesday; its Friday is off, and its Saturday is worked instead. */
class HoursTest {
    private static final Calendar CALENDAR = new Calendar(Map.of(
            2026,
            new CalendarAdopted(2026, List.of(LocalDate.parse("2026-11-27")), List.of(LocalDate.parse("2026-11-28")))));

    private static LocalTime time(String text) {
        return text == null ? null : LocalTime.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        // at once
        ",      ,      ,      false, 2026-11-24T03:00, 2026-11-24T03:00",
        // quiet over midnight, to the minute
        ",      21:00, 08:00, false, 2026-11-24T20:59, 2026-11-24T20:59",
        ",      21:00, 08:00, false, 2026-11-24T21:00, 2026-11-25T08:00",
        ",      21:00, 08:00, false, 2026-11-24T07:59, 2026-11-24T08:00",
        ",      21:00, 08:00, false, 2026-11-24T08:00, 2026-11-24T08:00",
        // quiet at noon
        ",      12:00, 14:00, false, 2026-11-24T13:00, 2026-11-24T14:00",
        ",      08:00, 08:00, false, 2026-11-24T08:00, 2026-11-24T08:00",
        // working days by the board's calendar
        ",      ,      ,      true,  2026-11-27T10:00, 2026-11-28T00:00",
        ",      21:00, 08:00, true,  2026-11-26T22:00, 2026-11-28T08:00",
        ",      21:00, 08:00, true,  2026-11-28T22:00, 2026-11-30T08:00",
        // a digest
        "08:30, ,      ,      false, 2026-11-24T08:30, 2026-11-24T08:30",
        "08:30, ,      ,      false, 2026-11-24T08:31, 2026-11-25T08:30",
        "08:30, ,      ,      true,  2026-11-26T09:00, 2026-11-28T08:30",
        "07:00, 21:00, 08:00, false, 2026-11-24T22:00, 2026-11-25T07:00",
    })
    void the_next_moment(
            String digest, String quietFrom, String quietTo, boolean workdays, String from, String expected) {
        Hours hours = new Hours(time(digest), time(quietFrom), time(quietTo), workdays);
        assertEquals(
                LocalDateTime.parse(expected),
                LocalDateTime.ofInstant(
                        hours.next(
                                LocalDateTime.parse(from).atZone(Entries.ZONE).toInstant(), Entries.ZONE, CALENDAR),
                        Entries.ZONE));
    }
}
