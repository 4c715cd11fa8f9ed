package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.WebModule;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days off and days worked as people paste them: of a line all days are read, or none and the line says why. */
class DaysTest {
    private static WebModule module;
    private static Value reads;

    @BeforeAll
    static void open() {
        module = new WebModule("text/days.js");
        reads = module.eval("""
                (daysIn, spansOf) => (pasted, kind) => {
                  const { days, faults } = daysIn(pasted, '2026', kind);
                  return [...(days.length ? [spansOf(days).replace(/\\n/g, ', ')] : []), ...faults.map(({ code }) => code)].join(' | ');
                }""").execute(module.export("daysIn"), module.export("spansOf"));
    }

    @AfterAll
    static void close() {
        module.close();
    }

    private static String read(String pasted, String kind) {
        return reads.execute(pasted, kind).asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-01 ~ 2026-10-07",
                "2026/10/1-2026/10/7",
                "2026.10.01—2026.10.07",
                "10月1日至7日",
                "10月1日起至7日止",
                "自10月1日起至10月7日止，共7天",
                "10月1日-10月7日",
                "2026年10月1日—7日",
                "2026年１０月１日－１０月７日",
                "20261001-20261007",
                "10/1~10/7",
                "10.1-10.7",
                "十月一日至七日",
                "2026-10-01 to 2026-10-07",
                "国庆 2026-10-01至2026-10-07",
                "10月1、2、3、4、5、6、7日",
                "2026-10-01, 2026-10-02\n2026-10-03；2026-10-04、10月5日 10-6 10/7",
                "10月1日（周四）至7日（周三）放假调休，共7天。",
                "10月1日至4日、5日至7日，共七天",
                "2026-10-01 ~ 2026-10-07 (7天)"
            })
    void one_week_in_every_spelling(String pasted) {
        assertEquals("2026-10-01 ~ 2026-10-07", read(pasted, "off"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30, no-day",
        "2月30日, no-day",
        "13月1日, no-day",
        "2026-10-00, no-day",
        "2026-10, unknown",
        "10-1-7, unknown",
        "1~7, unknown",
        "下周一99, unknown",
        "2026-10-01至, unknown",
        "'10-1, 3', unknown",
        "国庆节, none",
        "2026-10-07 ~ 2026-10-01, backwards",
        "2026-01-01 ~ 2026-12-31, long",
        "2025-10-01, year",
        "12月30日至1月3日, year",
        "10月10日上班, other",
        // words that say something else of the days beside them
        "10月1日起7天, unknown",
        "10月1日起放假至7日, unknown",
        "'10月1日至7日，除10月3日', unknown",
        "'10月1日至7日（10月3日除外）', unknown",
        "10月8日前放假, unknown",
        "'10月1日至7日，共8天', count",
        "'10月1日至7日，共八天', count",
        "'10月1日放假两天', count"
    })
    void what_is_no_day_says_why(String pasted, String code) {
        assertEquals(code, read(pasted, "off"));
    }

    @Test
    void the_notice_of_2026_reads_as_it_was_published() {
        String notice = "春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。";
        assertEquals("2026-02-15 ~ 2026-02-23 | other", read(notice, "off"));
        assertEquals("2026-02-14, 2026-02-28 | other", read(notice, "on"));
    }

    @ParameterizedTest
    @CsvSource({"9月20日、10月10日上班, '2026-09-20, 2026-10-10'", "10月1日放假, other"})
    void days_worked_take_their_own_sentences(String pasted, String days) {
        assertEquals(days, read(pasted, "on"));
    }
}
