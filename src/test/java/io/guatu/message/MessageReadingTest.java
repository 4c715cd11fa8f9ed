package io.guatu.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.board.Entries;
import io.guatu.board.fold.Projects;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Name;
import io.guatu.domain.PlanUpdate.MilestonePlanned;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectKind;
import io.guatu.domain.ProjectUpdate.ProjectDescribed;
import io.guatu.domain.ProjectUpdate.ProjectOpened;
import io.guatu.domain.Stage;
import io.guatu.domain.Weight;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageReadingTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private final Entries entries = new Entries();

    MessageReadingTest() {
        project("hefan", "何畈铁路下穿", "箱涵顶进", "引道路面");
        project("muqiao", "牧桥路", "路基", "沥青面层");
        project("caps", "旭日公司年产10亿只环保智能瓶盖生产线", "主体结构", "设备安装");
        entries.add(
                0,
                Entries.OFFICE,
                new ProjectId("caps"),
                new ProjectDescribed(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of("旭日瓶盖"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            何畈下穿顶进完成62%，预计12月20日通车             | hefan jacking? 62 2026-12-20 -
            何畈铁路下穿：箱涵顶进已完成 62.5％               | hefan 箱涵顶进 62.5 - -
            牧桥路沥青面层全部完成                            | muqiao 沥青面层 100 - -
            牧桥路路基昨天完成80%                             | muqiao 路基 80 - 2026-11-23
            截至11月20日，牧桥路路基完成80%，较上周增加5%     | muqiao 路基 80 - 2026-11-20
            旭日瓶盖设备安装完成四成，力争2027年3月底前完成   | caps 设备安装 40 2027-03-31 -
            何畈下穿箱涵顶进由55%提高到62%                    | hefan 箱涵顶进 62 - -
            何畈下穿箱涵顶进55%→62%，下周五完成           | hefan 箱涵顶进 62 2026-12-04 -
            牧桥路路基本周完成5%，累计完成62%                 | muqiao 路基 62 - -
            牧桥路路基完成62%，序时进度70%                    | muqiao 路基 62 - -
            牧桥路路基完成百分之六十二，预计12.20完工         | muqiao 路基 62 2026-12-20 -
            牧桥路路基完成七成五，计划总投资1.5亿元           | muqiao 路基 75 - -
            牧桥路路基完成一半，预计明年3月底完成             | muqiao 路基 50 2027-03-31 -
            牧桥路路基完成80%，力争下个月15号完工             | muqiao 路基 80 2026-12-15 -
            牧桥路路基完成80%，预计本周五完工                 | muqiao 路基 80 2026-11-27 -
            牧桥路路基完成80%，预计20天内完工                 | muqiao 路基 80 2026-12-14 -
            牧桥路路基完成80%，确保元旦前通车                 | muqiao 路基 80 2027-01-01 -
            牧桥路路基过半，预计3月完成                       | muqiao 路基 - - -
            旭日设备安装由65%提升到71%                        | caps 设备安装 71 - -
            瓶盖生产线设备安装完成三分之二                    | caps 设备安装 66.7 - -
            牧桥路和旭日都完成30%                             | - - 30 - -
            路基和旭日完成30%                                 | caps - 30 - -
            旭日瓶盖主体结构未完成，预计月底完成              | caps 主体结构 - 2026-11-30 -
            旭日瓶盖主体结构完成90%，计划1月15日封顶          | caps 主体结构 90 2027-01-15 -
            牧桥路长1.5公里，路基完成30%                      | muqiao 路基 30 - -
            路基完成30%                                       | - - 30 - -
            今天开会                                          | nothing
            大家辛苦了，明天9点开会                           | nothing
            牧桥路路基过半，月底前力争完成80%                 | muqiao 路基 - - -
            报告：牧桥路路基已经完成 80 % ，预计 12 月 20 日 完工 | muqiao 路基 80 2026-12-20 -
            牧桥路路基尚未完成80%                             | muqiao 路基 - - -
            牧桥路路基不到80%                                 | muqiao 路基 - - -
            牧桥路路基还有20%没完成                           | muqiao 路基 - - -
            牧桥路路基80-85%                                  | muqiao 路基 - - -
            牧桥路路基由80%降到75%                            | muqiao 路基 75 - -
            牧桥路路基完成8成5                                | muqiao 路基 85 - -
            牧桥路路基完成百分之六十二点五                    | muqiao 路基 62.5 - -
            牧桥路路基上周75%，本周80%                        | muqiao 路基 - - -
            牧桥路路基完成80%（上周75%）                      | muqiao 路基 80 - -
            牧桥路路基完成80%，12月中旬完成                   | muqiao 路基 80 2026-12-20 -
            牧桥路路基完成80%，2026年12月31日完工             | muqiao 路基 80 2026-12-31 -
            牧桥路路基完成80%，计划十二月二十日完成           | muqiao 路基 80 2026-12-20 -
            牧桥路路基完成80%，预计20号完工                   | muqiao 路基 80 2026-12-20 -
            截至20日牧桥路路基完成80%                         | muqiao 路基 80 - 2026-11-20
            牧桥路路基完成80%，预计三天后完工                 | muqiao 路基 80 2026-11-27 -
            牧桥路路基原计划11月20日完成，现完成80%           | muqiao 路基 80 - -
            牧桥路路基预计12月1日开工                         | muqiao 路基 - - -
            牧桥路路基预计本月底全部完成                      | muqiao 路基 - 2026-11-30 -
            牧桥路路基预计本月底完成62%                       | muqiao 路基 - - -
            牧桥路路基已完成1200米                            | muqiao 路基 - - -
            牧桥路路基已完成120%                              | muqiao 路基 - - -
            牧桥路路基没全部完成                              | muqiao 路基 - - -
            牧桥路路基已于11月20日完成                        | muqiao 路基 100 - 2026-11-20
            旭日主体结构昨天封顶                              | caps 主体结构 100 - 2026-11-23
            牧桥路路基较昨日增加5个百分点，达到62%            | muqiao 路基 62 - -
            牧桥路路基完成62％，资金拨付30％                  | muqiao 路基 62 - -
            牧桥路路基、沥青面层均完成80%                     | muqiao - 80 - -
            """)
    void a_line_becomes_a_draft(String message, String expected) {
        List<Draft> drafts = read(message);
        String said = drafts.isEmpty() ? "nothing" : shown(drafts.get(0));
        assertEquals(expected.replace("jacking?", "箱涵顶进"), said);
    }

    @Test
    void what_was_written_is_kept_as_it_was() {
        assertEquals("牧桥路路基完成３０％，预计月底完成", read("牧桥路路基完成３０％，预计月底完成").get(0).text());
        assertEquals("30", read("牧桥路路基完成３０％").get(0).percent().value().toPlainString());
    }

    @Test
    void what_several_things_are_said_of_in_one_line_is_a_draft_each() {
        assertEquals(List.of("muqiao 路基 80 - -", "muqiao 沥青面层 20 - -"), all("牧桥路路基完成80%、面层完成20%"));
        assertEquals(
                List.of("hefan 箱涵顶进 62 2026-12-20 -", "caps 设备安装 40 2027-01-31 -"),
                all("何畈下穿顶进完成62%，预计12月20日完工，旭日设备安装完成40%，明年1月底完成"));
        assertEquals(
                List.of("hefan 箱涵顶进 62 - -", "hefan 引道路面 10 - -", "muqiao 路基 50 - -"),
                all("何畈下穿顶进62%，引道路面10%，牧桥路路基50%"));
    }

    @Test
    void what_may_be_said_of_either_is_nobodys_and_said_to_be_unread() {
        for (String line : List.of("牧桥路路基、面层分别完成80%、20%", "牧桥路路基完成80%，面层完成20%，预计12月20日完工", "牧桥路路基完成80%或20%")) {
            Draft draft = read(line).get(0);
            assertEquals(null, draft.percent(), line);
            assertEquals(List.of("80%", "20%"), draft.unread(), line);
        }
    }

    @Test
    void what_names_no_day_is_said_to_be_unread() {
        assertEquals(List.of("春节"), read("牧桥路路基完成80%，春节前完工").get(0).unread());
        assertEquals(List.of("3月"), read("牧桥路路基完成80%，预计3月完工").get(0).unread());
        assertEquals(List.of("2/3"), read("牧桥路路基完成2/3").get(0).unread());
        assertEquals(List.of("70%"), read("牧桥路路基完成62%，计划70%").get(0).unread());
        assertEquals(List.of("2027年6月"), read("牧桥路路基完成62%，预计2027年6月").get(0).unread());
        assertEquals(List.of("停工", "延期10天"), read("牧桥路路基因雨停工，预计延期10天").get(0).unread());
    }

    @Test
    void how_far_something_is_that_no_number_says_is_said_to_be_unread() {
        assertEquals(List.of("完工"), read("牧桥路路基完工").get(0).unread());
        assertEquals(List.of("基本完成"), read("牧桥路路基基本完成").get(0).unread());
        assertEquals(List.of("80个点"), read("牧桥路路基八十个点").get(0).unread());
        assertEquals(List.of("80"), read("牧桥路路基进度80").get(0).unread());
        assertEquals(List.of("62.555%"), read("牧桥路路基完成62.555%").get(0).unread());
        assertEquals(List.of("-5%"), read("牧桥路路基完成-5%").get(0).unread());
    }

    @Test
    void what_a_report_has_no_place_for_is_said_to_be_unread() {
        assertEquals(List.of("停工"), read("何畈下穿停工").get(0).unread());
        assertEquals(List.of("已复工"), read("牧桥路已复工，路基完成62%").get(0).unread());
        assertEquals(List.of("工期还剩20天"), read("牧桥路路基完成62%，工期还剩20天").get(0).unread());
        assertEquals(List.of("尚需15天"), read("牧桥路路基完成62%，尚需15天").get(0).unread());
        assertEquals(List.of("滞后计划8天"), read("牧桥路路基完成62%，滞后计划8天").get(0).unread());
    }

    @Test
    void a_name_that_only_sounds_right_is_offered_and_not_taken() {
        Draft draft = read("河畈下穿顶进完成62%").get(0);
        assertEquals("- - 62 - -", shown(draft));
        assertEquals(
                List.of("hefan"),
                draft.projects().stream().map(ProjectId::value).toList());
        assertEquals(List.of(), read("今天天气不错"));
        assertEquals(
                List.of("muqiao 路基 80 - -", "- - 62 - -", "- - 10 - -"), all("牧桥路路基完成80%\n河畈下穿顶进完成62%\n引道路面完成10%"));
    }

    @Test
    void sentences_go_on_about_the_same_project() {
        List<Draft> drafts = read("【何畈下穿】\n1、箱涵顶进完成62%；\n2、引道路面完成10%。\n牧桥路：路基完成50%");
        assertEquals(
                List.of("hefan - - - -", "hefan 箱涵顶进 62 - -", "hefan 引道路面 10 - -", "muqiao 路基 50 - -"),
                drafts.stream().map(MessageReadingTest::shown).toList());
    }

    @Test
    void of_two_that_may_be_meant_neither_is_taken() {
        project("hefan-2", "何畈铁路上跨", "桥墩");
        Draft draft = read("何畈铁路完成62%").get(0);
        assertEquals(null, draft.project());
        assertEquals(
                List.of("hefan", "hefan-2"),
                draft.projects().stream().map(ProjectId::value).toList());
        assertEquals("hefan-2", read("何畈铁路上跨完成62%").get(0).project().value());
    }

    private List<String> all(String message) {
        return read(message).stream().map(MessageReadingTest::shown).toList();
    }

    private List<Draft> read(String message) {
        return MessageReading.of(
                message, Projects.NONE.after(entries.all()).byId().values(), TODAY);
    }

    private void project(String id, String name, String... milestones) {
        ProjectId project = new ProjectId(id);
        entries.add(
                0,
                Entries.OFFICE,
                project,
                new ProjectOpened(
                        new Name(name, null), "economy", ProjectKind.WORKS, Stage.IMPLEMENTATION, null, null, null));
        for (int i = 0; i < milestones.length; i++) {
            entries.add(
                    0,
                    Entries.OFFICE,
                    project,
                    new MilestonePlanned(
                            new MilestoneId("m-" + i),
                            new Name(milestones[i], null),
                            Weight.of(100 / milestones.length),
                            TODAY.minusDays(30),
                            TODAY.plusDays(60),
                            null));
        }
    }

    private static String shown(Draft draft) {
        List<String> names = List.of("箱涵顶进", "引道路面", "路基", "沥青面层", "主体结构", "设备安装");
        String project = draft.project() == null ? "-" : draft.project().value();
        int first = List.of("hefan", "muqiao", "caps").indexOf(project) * 2;
        String milestone = draft.milestone() == null
                ? "-"
                : names.get(first + Integer.parseInt(draft.milestone().value().substring(2)));
        return project + " " + milestone + " "
                + (draft.percent() == null ? "-" : draft.percent().value().toPlainString()) + " "
                + (draft.forecast() == null ? "-" : draft.forecast()) + " "
                + (draft.asOf() == null ? "-" : draft.asOf());
    }
}
