package io.guatu.board.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.domain.Author;
import io.guatu.domain.Entry;
import io.guatu.domain.ProgressUpdate.SiteDiary;
import io.guatu.domain.ProgressUpdate.SiteDiary.Weather;
import io.guatu.domain.ProjectId;
import io.guatu.domain.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiaryTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");
    private static final Author SITE = new Author("g-li", Role.CONTRACTOR, "李工", "桐建公司");
    private static final Author TOWN = new Author("wang", Role.MANAGER, "王主任", null);

    private Diary diary = Diary.NONE;
    private long seq;

    private void said(Author by, LocalDate day, int crew) {
        SiteDiary page = new SiteDiary(day, Weather.CLEAR, crew, 0, null);
        diary = diary.after(new Entry(++seq, new ProjectId("road"), seq, Instant.EPOCH, by, page));
    }

    private List<LocalDate> days(Author of) {
        return diary.newest(99, of::sameSide).stream()
                .map(page -> page.said().asOf())
                .toList();
    }

    @Test
    void a_site_of_years_carries_the_newest_days_of_each_side_and_no_more() {
        said(TOWN, DAY.minusYears(5), 3);
        for (int back = 700; back >= 0; back--) {
            said(SITE, DAY.minusDays(back), 9);
        }
        assertEquals(
                DAY.minusDays(13).datesUntil(DAY.plusDays(1)).toList(),
                days(SITE).stream().sorted().toList());
        assertEquals(List.of(DAY.minusYears(5)), days(TOWN));
        assertEquals(15, diary.pages().size());
    }

    @Test
    void a_day_told_late_takes_no_newer_ones_place_and_one_told_again_is_the_newest_word() {
        for (int back = 20; back >= 0; back--) {
            said(SITE, DAY.minusDays(back), 9);
        }
        said(SITE, DAY.minusDays(100), 1);
        said(SITE, DAY.minusDays(3), 7);
        assertEquals(14, days(SITE).size());
        assertEquals(7, diary.newest(99, SITE::sameSide).get(3).said().crew());
    }
}
