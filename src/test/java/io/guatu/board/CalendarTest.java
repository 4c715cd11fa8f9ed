package io.guatu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.board.fold.Calendar;
import io.guatu.board.fold.Projects;
import io.guatu.domain.Author;
import io.guatu.domain.BoardUpdate.CalendarAdopted;
import io.guatu.domain.Entry;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
    @ParameterizedTest(name = "{0} is worked: {1} ({2})")
    @CsvSource({
        "2026-11-23, true,  a Monday",
        "2026-11-28, false, a Saturday",
        "2026-10-01, false, National Day",
        "2026-10-08, true,  the first day after it",
        "2026-10-10, true,  a Saturday that makes up for it",
        "2026-02-14, true,  a Saturday before the Spring Festival",
        "2026-02-16, false, a Monday of the Spring Festival",
        "2026-02-23, false, its last day",
        "2026-02-28, true,  a Saturday that makes up for it",
        "2027-10-01, true,  a year that nobody arranged yet is plain",
    })
    void a_day_is_worked_or_not(LocalDate day, boolean worked, String why) throws IOException {
        assertEquals(worked, calendar().worked(day), why);
    }

    @ParameterizedTest(name = "{1} working days after {0} is {2}")
    @CsvSource({
        "2026-11-24, 0, 2026-11-24",
        "2026-11-24, 5, 2026-12-01",
        "2026-11-27, 1, 2026-11-30",
        "2026-09-30, 1, 2026-10-08",
        "2026-09-30, 3, 2026-10-10",
        "2026-02-13, 2, 2026-02-24",
        "2026-02-27, 1, 2026-02-28",
        "2025-12-31, 1, 2026-01-04",
    })
    void deadlines_count_working_days(LocalDate day, int days, LocalDate reached) throws IOException {
        assertEquals(reached, calendar().after(day, days));
    }

    /** Through the fold, as the ledger brings it. */
    private static Calendar calendar() throws IOException {
        Projects projects = Projects.NONE;
        for (String year : List.of("2025", "2026")) {
            Update adopted =
                    Json.read(Files.readString(Path.of("seeds/calendar/" + year + ".json")), CalendarAdopted.class);
            projects = projects.after(
                    List.of(new Entry(projects.seq() + 1, null, 0, Instant.EPOCH, Author.SYSTEM, adopted)));
        }
        return projects.settings().calendar();
    }
}
