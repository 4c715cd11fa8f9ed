package io.guatu.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.PlanLine;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.Weight;
import io.guatu.schedule.Choice.By;
import io.guatu.schedule.Choice.Worth;
import io.guatu.schedule.NotASchedule.Why;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mpxj.RelationType;
import org.mpxj.Task;

/** Schedules as MPXJ writes them for other programs, and the plans that they make. */
class ScheduleReadingTest {
    private static final Present NOTHING = new Present(List.of(), List.of(), false, 3);

    @ParameterizedTest
    @CsvSource({"mspdi, UTF-8", "pmxml, UTF-8", "xer, GBK", "xer, GB18030", "xer, UTF-8"})
    void one_schedule_makes_the_same_plan_whatever_it_is_written_as(String format, String charset) throws Exception {
        byte[] bytes = written(TestSchedule.underpass(), format, charset);
        assertEquals(
                List.of(
                        "前期工作 24.07 2026-03-01–2026-05-10 []",
                        "主体施工 58.98 2026-05-11–2026-10-31 [m]",
                        "附属及验收 16.95 2026-11-01–2026-12-20 [m-2]"),
                shown(read(bytes, level(2))));
        assertEquals(
                List.of(
                        "征地拆迁 16.85 2026-03-01–2026-04-30 []",
                        "铁路要点手续 15.75 2026-03-15–2026-05-10 []",
                        "工作坑开挖 14.09 2026-05-11–2026-06-30 [m, m-2]",
                        "箱涵预制 20.99 2026-06-01–2026-08-15 []",
                        "箱涵顶进 21.27 2026-08-16–2026-10-31 [m-4]",
                        "引道路面 11.05 2026-11-01–2026-12-10 [m-5]"),
                shown(read(bytes, level(4))));
        assertEquals(
                List.of(
                        "前期完成 24.07 2026-03-01–2026-05-10 []",
                        "顶进贯通 58.98 2026-05-11–2026-10-31 []",
                        "通车 16.95 2026-11-01–2026-12-20 [m-2]"),
                shown(read(bytes, milestones(Worth.DURATION))));
    }

    @Test
    void it_says_what_it_read_and_offers_what_can_be_chosen() throws Exception {
        Reading reading = read(TestSchedule.underpass().xer("GBK"), Choice.NONE);
        assertEquals(new Reading.Source(Format.XER, "Primavera", "GB18030", true), reading.file());
        assertEquals(
                List.of(1, 3, 5, 6),
                reading.levels().stream().map(Reading.Level::lines).toList());
        assertEquals(3, reading.milestones());
        assertEquals(By.LEVEL, reading.choice().by());
        assertEquals(2, reading.choice().level());
        assertEquals(Set.of(), reading.questions());
        assertEquals(
                new Reading.Source(Format.MSPDI, "Microsoft", "UTF-8", false),
                read(TestSchedule.underpass().mspdi(), Choice.NONE).file());
    }

    @Test
    void a_code_page_that_somebody_names_is_taken() throws Exception {
        byte[] bytes = TestSchedule.underpass().xer("GBK");
        Choice said = new Choice(null, Charsets.BIG5, By.LEVEL, 2, null, null);
        Reading reading = read(bytes, said);
        assertEquals("Big5", reading.file().charset());
        assertFalse(reading.file().guessed());
        assertFalse(shown(reading).get(0).startsWith("前期工作"));
    }

    @Test
    void weights_go_by_cost_where_there_is_any() throws Exception {
        Choice byCost = new Choice(null, null, By.LEVEL, 2, Worth.COST, null);
        for (String format : List.of("mspdi", "pmxml", "xer")) {
            byte[] bytes = written(TestSchedule.underpass(), format, "GBK");
            assertEquals(List.of("4.69", "87.5", "7.81"), weights(read(bytes, byCost)), format);
            assertEquals(List.of("4.69", "87.5", "7.81"), weights(read(bytes, milestones(Worth.COST))), format);
        }
        TestSchedule free = new TestSchedule("无造价");
        free.task(null, "甲", "2026-03-01", "2026-03-10", 0);
        free.task(null, "乙", "2026-03-11", "2026-03-30", 0);
        Reading reading = read(free.mspdi(), new Choice(null, null, By.LEVEL, 1, Worth.COST, null));
        assertEquals(Set.of("cost"), reading.questions());
        assertEquals(Worth.DURATION, reading.choice().weights());
        assertEquals(List.of("33.33", "66.67"), weights(reading));
    }

    @Test
    void the_days_of_one_of_several_baselines_are_taken_when_it_is_asked_for() throws Exception {
        byte[] bytes = TestSchedule.underpass().mspdi();
        Reading second = read(bytes, new Choice(null, null, By.LEVEL, 2, null, 2));
        assertEquals(List.of(0, 2), second.baselines());
        assertEquals(LocalDate.parse("2026-02-26"), second.lines().get(0).line().start());
        Reading none = read(bytes, new Choice(null, null, By.LEVEL, 2, null, 5));
        assertEquals(Set.of("baseline"), none.questions());
        assertEquals(LocalDate.parse("2026-03-01"), none.lines().get(0).line().start());
    }

    @Test
    void what_the_file_says_was_done_is_shown_and_nobody_tells_it() throws Exception {
        Reading reading = read(TestSchedule.underpass().mspdi(), level(4));
        assertEquals(
                new io.guatu.schedule.Task.Done(
                        new BigDecimal("100.00"), LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-30")),
                reading.lines().get(0).done());
        assertEquals(6, reading.updates().size());
        assertTrue(reading.updates().stream().allMatch(MilestonePlanned.class::isInstance));
        assertEquals(
                Map.of(
                        Left.Why.OTHERS, List.of(),
                        Left.Why.MILESTONE, List.of("前期完成", "顶进贯通", "通车"),
                        Left.Why.RELATION, List.of("工作坑开挖 → 箱涵预制")),
                left(reading));
    }

    @ParameterizedTest
    @CsvSource({"mspdi, GBK", "mspdi, UTF-16", "mspdi, GB2312", "pmxml, GBK", "pmxml, UTF-16"})
    void the_code_page_that_xml_names_is_its_own(String format, String charset) throws Exception {
        String xml = new String(written(TestSchedule.underpass(), format, charset), StandardCharsets.UTF_8)
                .replaceFirst("encoding=\"UTF-8\"", "encoding=\"" + charset + "\"");
        Reading reading = read(xml.getBytes(Charset.forName(charset)), level(2));
        assertTrue(reading.file().charset().startsWith(charset), reading.file().charset());
        assertFalse(reading.file().guessed());
        assertEquals("前期工作", reading.lines().get(0).line().name().zh());
    }

    @Test
    void a_file_of_ganttproject_is_read_too() throws Exception {
        String xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <project name="污水管网" company="" webLink="" view-date="2026-03-02" version="2.8.5" locale="zh_CN">
                  <calendars><day-types><day-type id="0"/><day-type id="1"/></day-types></calendars>
                  <tasks empty-milestones="true">
                    <taskproperties/>
                    <task id="0" name="一、沟槽" meeting="false" start="2026-03-02" duration="10" complete="50" expand="true">
                      <depend id="1" type="2" difference="0" hardness="Strong"/>
                    </task>
                    <task id="1" name="二、管道" meeting="false" start="2026-03-16" duration="5" complete="0" expand="true"/>
                  </tasks>
                  <resources/><allocations/><vacations/><roles/>
                </project>
                """;
        Reading reading = read(xml.getBytes(StandardCharsets.UTF_8), Choice.NONE);
        assertEquals(Format.GANTTPROJECT, reading.file().format());
        assertEquals(
                List.of("沟槽 70.59 2026-03-02–2026-03-13 []", "管道 29.41 2026-03-16–2026-03-20 [m]"), shown(reading));
        assertEquals(new BigDecimal("50.00"), reading.lines().get(0).done().percent());
    }

    @Test
    void a_project_without_a_plan_is_told_milestones_and_after_that_there_is_nothing_to_tell() throws Exception {
        byte[] bytes = TestSchedule.underpass().pmxml();
        Reading first = read(bytes, level(4));
        List<PlanLine> plan = first.lines().stream().map(Line::line).toList();
        Reading again = Reading.of(bytes, level(4), new Present(plan, List.of(), true, 9));
        assertTrue(again.again());
        assertEquals(9, again.expected());
        assertEquals(List.of(), again.updates());
        assertTrue(again.lines().stream().allMatch(line -> line.state() == Line.State.SAME));
        assertEquals(plan, again.lines().stream().map(Line::line).toList());
    }

    @Test
    void beside_a_plan_it_shows_what_is_new_different_and_gone_and_keeps_ids_by_name() throws Exception {
        PlanLine works = line("works", "二、 主体施工", 50, "2026-05-11", "2026-09-30");
        PlanLine tidy = line("tidy", "绿化", 50, "2026-10-01", "2026-12-20");
        PlanLine once = line("rest", "附属及验收", 10, "2026-01-01", "2026-01-02");
        Reading reading = Reading.of(
                TestSchedule.underpass().mspdi(), level(2), new Present(List.of(works, tidy), List.of(once), true, 1));
        assertEquals(
                List.of("m NEW", "works CHANGED", "rest NEW"),
                reading.lines().stream()
                        .map(each -> each.line().milestone() + " " + each.state())
                        .toList());
        assertEquals(works, reading.lines().get(1).before());
        assertEquals(works.name(), reading.lines().get(1).line().name());
        assertEquals(List.of(tidy), reading.gone());
    }

    @Test
    void a_plan_that_was_begun_keeps_what_the_file_does_not_have_and_its_weight() throws Exception {
        PlanLine tidy = line("tidy", "绿化", 40, "2026-10-01", "2026-12-20");
        Reading reading =
                Reading.of(TestSchedule.underpass().mspdi(), level(2), new Present(List.of(tidy), List.of(), false, 1));
        assertEquals(
                6_000,
                reading.updates().stream()
                        .mapToInt(each -> each.weight().hundredths())
                        .sum());
        PlanLine all = line("all", "全部", 100, "2026-10-01", "2026-12-20");
        Reading full =
                Reading.of(TestSchedule.underpass().mspdi(), level(2), new Present(List.of(all), List.of(), false, 1));
        assertEquals(Set.of("full"), full.questions());
        assertEquals(List.of(), full.lines());
    }

    @Test
    void two_thousand_tasks_are_cut_to_their_sections_and_every_level_says_how_many_it_is() throws Exception {
        TestSchedule schedule = TestSchedule.ofLength(2_000);
        for (String format : List.of("mspdi", "xer", "pmxml")) {
            byte[] bytes = written(schedule, format, "GBK");
            Reading reading = read(bytes, Choice.NONE);
            assertEquals(100, reading.lines().size());
            assertEquals(
                    List.of(1, 100, 2_000),
                    reading.levels().stream().map(Reading.Level::lines).toList());
            assertEquals(
                    10_000,
                    reading.lines().stream()
                            .mapToInt(each -> each.line().weight().hundredths())
                            .sum());
        }
        assertEquals(
                Set.of("level"), read(written(schedule, "xer", "GBK"), level(3)).questions());
    }

    @Test
    void what_waits_on_either_side_of_a_part_waits_where_the_days_bear_it_out_and_nothing_waits_for_itself()
            throws Exception {
        TestSchedule schedule = new TestSchedule("搭接");
        Task one = schedule.summary(null, "甲");
        Task a1 = schedule.task(one, "甲1", "2026-03-01", "2026-03-10", 0);
        Task a2 = schedule.task(one, "甲2", "2026-03-21", "2026-03-31", 0);
        Task two = schedule.summary(null, "乙");
        Task b1 = schedule.task(two, "乙1", "2026-03-11", "2026-03-20", 0);
        Task three = schedule.summary(null, "丙");
        Task c1 = schedule.task(three, "丙1", "2026-04-01", "2026-04-10", 0);
        TestSchedule.link(a1, b1);
        TestSchedule.link(b1, a2);
        TestSchedule.link(a2, c1);
        TestSchedule.link(b1, c1, RelationType.FINISH_FINISH);
        schedule.file().updateStructure();
        Reading reading = read(schedule.mspdi(), level(1));
        assertEquals(
                List.of("[]", "[]", "[m]"),
                reading.lines().stream()
                        .map(each -> each.line().predecessors().toString())
                        .toList());
        assertEquals(Set.of("甲 → 乙", "乙 → 甲"), Set.copyOf(left(reading).get(Left.Why.OVERLAP)));
        assertEquals(List.of("乙1 → 丙1"), left(reading).get(Left.Why.RELATION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mspdi", "pmxml", "xer"})
    void what_has_no_name_is_left_and_named_so(String format) throws Exception {
        TestSchedule schedule = new TestSchedule("无名");
        schedule.task(null, "路基", "2026-03-01", "2026-04-30", 0);
        schedule.task(null, null, "2026-05-01", "2026-05-30", 0);
        Reading reading = read(written(schedule, format, "UTF-8"), Choice.NONE);
        assertEquals(1, reading.lines().size(), () -> "" + shown(reading));
        assertTrue(left(reading).containsKey(Left.Why.NAMELESS), () -> "" + left(reading));
    }

    @Test
    void what_is_no_step_of_the_work_is_named() throws Exception {
        TestSchedule schedule = new TestSchedule("杂");
        schedule.task(null, "甲", "2026-03-01", "2026-03-10", 0);
        schedule.task(null, "停用", "2026-03-01", "2026-03-10", 0).setActive(false);
        schedule.task(null, "古代", "0900-03-01", "0900-03-10", 0);
        schedule.task(null, "很".repeat(100), "2026-03-11", "2026-03-20", 0);
        Reading reading = read(schedule.mspdi(), level(1));
        assertEquals(Map.of(Left.Why.INACTIVE, List.of("停用"), Left.Why.DAYS, List.of("古代")), left(reading));
        assertEquals("很".repeat(79) + "…", reading.lines().get(1).line().name().zh());
        assertTrue(reading.lines().get(1).cut());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{\"kind\":\"x\"}", "PK\u0003\u0004", "<html/>", "<Project/>"})
    void other_files_are_called_so(String text) {
        NotASchedule not =
                assertThrows(NotASchedule.class, () -> read(text.getBytes(StandardCharsets.UTF_8), Choice.NONE));
        assertEquals(text.isEmpty() ? Why.SCHEDULE_EMPTY : Why.SCHEDULE_OTHER_TYPE, not.why());
    }

    @Test
    void broken_files_are_unreadable_and_those_without_tasks_empty() throws Exception {
        byte[] xml = TestSchedule.underpass().mspdi();
        byte[] half = new String(xml, StandardCharsets.UTF_8)
                .substring(0, xml.length / 3)
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(Why.SCHEDULE_UNREADABLE, refused(half));
        byte[] compound = new byte[2_000];
        System.arraycopy(
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1},
                0,
                compound,
                0,
                8);
        assertEquals(Why.SCHEDULE_UNREADABLE, refused(compound));
        assertEquals(Why.SCHEDULE_EMPTY, refused("ERMHDR\t8.0\n%E\n".getBytes(Charset.forName("GBK"))));
        assertEquals(Why.SCHEDULE_EMPTY, refused(new TestSchedule("空").mspdi()));
    }

    private static Why refused(byte[] bytes) {
        return assertThrows(NotASchedule.class, () -> read(bytes, Choice.NONE)).why();
    }

    private static byte[] written(TestSchedule schedule, String format, String charset) throws IOException {
        return switch (format) {
            case "mspdi" -> schedule.mspdi();
            case "pmxml" -> schedule.pmxml();
            default -> schedule.xer(charset);
        };
    }

    private static Reading read(byte[] bytes, Choice choice) throws NotASchedule {
        return Reading.of(bytes, choice, NOTHING);
    }

    private static Choice level(int level) {
        return new Choice(null, null, By.LEVEL, level, null, null);
    }

    private static Choice milestones(Worth worth) {
        return new Choice(null, null, By.MILESTONES, null, worth, null);
    }

    private static PlanLine line(String id, String name, int weight, String start, String finish) {
        return new PlanLine(
                new MilestoneId(id),
                new Name(name, null),
                Weight.of(weight),
                LocalDate.parse(start),
                LocalDate.parse(finish),
                null);
    }

    private static List<String> shown(Reading reading) {
        return reading.lines().stream()
                .map(Line::line)
                .map(line -> line.name().zh() + " " + line.weight().value().toPlainString() + " " + line.start() + "–"
                        + line.finish() + " " + line.predecessors())
                .toList();
    }

    private static List<String> weights(Reading reading) {
        return reading.lines().stream()
                .map(each -> each.line().weight().value().toPlainString())
                .toList();
    }

    private static Map<Left.Why, List<String>> left(Reading reading) {
        return reading.left().stream().collect(Collectors.toMap(Left::why, Left::names));
    }
}
