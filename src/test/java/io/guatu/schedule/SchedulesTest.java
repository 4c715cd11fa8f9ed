package io.guatu.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.guatu.app.TestBoard;
import io.guatu.ledger.Json;
import io.guatu.schedule.NotASchedule.Why;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The process that reads schedules, as it is started by the program, and files that are meant to cost it something. */
class SchedulesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Present NOTHING = new Present(List.of(), List.of(), false, 3);

    /** The process of those whose file does not end it: each needs but one that is there. */
    private static final Schedules SCHEDULES = new Schedules(HOUR, HOUR);

    @AfterAll
    static void stop() {
        SCHEDULES.close();
    }

    @Test
    void it_says_of_a_file_what_we_would_say_and_stays_for_the_next() throws Exception {
        byte[] file = TestSchedule.underpass().xer("GBK");
        byte[] here = Json.zipped(Reading.of(file, Choice.NONE, NOTHING));
        assertArrayEquals(here, SCHEDULES.read(file, Choice.NONE, NOTHING));
        List<Long> first = SCHEDULES.pids();
        assertEquals(Why.SCHEDULE_OTHER_TYPE, refused(SCHEDULES, "<html/>"));
        assertArrayEquals(here, SCHEDULES.read(file, Choice.NONE, NOTHING));
        assertEquals(first, SCHEDULES.pids());
    }

    @Test
    void rubbish_wakes_nobody() {
        try (Schedules schedules = new Schedules(HOUR, HOUR)) {
            assertEquals(Why.SCHEDULE_OTHER_TYPE, refused(schedules, "PK\u0003\u0004"));
            assertEquals(Why.SCHEDULE_EMPTY, refused(schedules, ""));
            assertEquals(List.of(), schedules.pids());
        }
    }

    @Test
    void entities_that_swell_or_fetch_are_not_begun_with() {
        assertEquals(Why.SCHEDULE_UNREADABLE, refused(SCHEDULES, """
                <?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
                <Project xmlns="http://schemas.microsoft.com/project"><Title>&b;</Title></Project>"""));
        assertEquals(Why.SCHEDULE_UNREADABLE, refused(SCHEDULES, """
                <?xml version="1.0"?><!DOCTYPE p SYSTEM "file:///etc/hostname">
                <Project xmlns="http://schemas.microsoft.com/project"/>"""));
    }

    @Test
    void one_that_takes_all_memory_takes_its_process_with_it_and_no_other_file() throws Exception {
        byte[] small = TestSchedule.underpass().mspdi();
        SCHEDULES.read(small, Choice.NONE, NOTHING);
        List<Long> first = SCHEDULES.pids();
        // Tasks until there is no room for one more word, whose letters are all as wide as its widest: who only fills
        // what
        // there is spends most of the time on looking for room.
        String swollen = "<Project xmlns=\"http://schemas.microsoft.com/project\"><Tasks>" + "<Task/>".repeat(160_000)
                + "<Task><Name>顶" + "a".repeat(30_000_000);
        assertEquals(Why.SCHEDULE_TOO_LARGE, refused(SCHEDULES, swollen + "</Name></Task></Tasks></Project>"));
        SCHEDULES.read(small, Choice.NONE, NOTHING);
        TestBoard.await(
                "another is there in its place",
                () -> SCHEDULES.pids().size() == 1 && !SCHEDULES.pids().equals(first));
    }

    @Test
    void one_that_takes_too_long_ends_its_process() throws Exception {
        try (Schedules schedules = new Schedules(HOUR, Duration.ofMillis(1))) {
            byte[] file = TestSchedule.ofLength(400).pmxml();
            assertEquals(
                    Why.SCHEDULE_TOO_SLOW,
                    assertThrows(NotASchedule.class, () -> schedules.read(file, Choice.NONE, NOTHING))
                            .why());
            TestBoard.await("it is gone", () -> schedules.pids().isEmpty());
        }
    }

    @Test
    void too_many_tasks_and_an_outline_without_a_floor_are_refused() {
        String many = "<Project xmlns=\"http://schemas.microsoft.com/project\"><Tasks>"
                + "<Task><Name>a</Name></Task>".repeat(20_001) + "</Tasks></Project>";
        assertEquals(Why.SCHEDULE_TOO_LARGE, refused(SCHEDULES, many));
        String deep = "<project>" + "<task>".repeat(200_000);
        assertEquals(Why.SCHEDULE_UNREADABLE, refused(SCHEDULES, deep));
    }

    private static Why refused(Schedules schedules, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return assertThrows(NotASchedule.class, () -> schedules.read(bytes, Choice.NONE, NOTHING))
                .why();
    }
}
