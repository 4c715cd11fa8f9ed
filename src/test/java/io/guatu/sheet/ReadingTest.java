package io.guatu.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.Entries;
import io.guatu.board.fold.Projects;
import io.guatu.domain.BoardUpdate.HeadingLearned;
import io.guatu.domain.Name;
import io.guatu.domain.ProjectId;
import io.guatu.domain.ProjectKind;
import io.guatu.domain.ProjectUpdate.ProjectArchived;
import io.guatu.domain.ProjectUpdate.ProjectOpened;
import io.guatu.domain.Stage;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import io.guatu.sheet.Proposal.State;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists as towns have them, pasted; and what a person still has to say. */
class ReadingTest {
    private static final Answers KNOWN = answers(null, "economy", Stage.IMPLEMENTATION, Map.of(), null);

    private final Entries entries = new Entries();

    @Test
    void what_stands_below_a_heading_says_what_it_means_and_a_unit_below_it_holds_for_all() throws NotASheet {
        Reading reading = read("""
                项目名称\t建设年限\t\t总投资\t2026年计划\t阶段
                \t开工\t竣工\t\t\t
                甲工程\t2026.3\t2027.12\t600万元\t20万元\t在建
                """);
        assertEquals(
                "[NAME, BEGINS, ENDS, TOTAL, PLANNED, STAGE]",
                reading.columns().stream().map(Reading.Meant::field).toList().toString());
        Reading other = read("Project name\t总投资\t本年计划\n（单位：亿元）\t\t\n甲工程\t2.3\t1\n");
        assertEquals(1, other.projects().size());
        assertEquals(Unit.YI, other.columns().get(1).unit());
    }

    @Test
    void a_plain_list_opens_its_projects_with_all_that_it_says() throws NotASheet {
        Reading reading = read("""
                2026年大关镇重点项目表\t\t\t\t\t\t\t
                \t\t\t\t\t\t单位：万元\t
                序号\t项目名称\t建设单位\t项目类型\t建设起止年限\t总投资\t年度计划投资\t开工状态
                1\t何畈铁路下穿\t桐城市交通局\t交通\t2026.1-2026.12\t3200\t1800\t在建
                2\t污水管网\t水务公司\t水利\t2026-2027\t5,600.5\t2000\t拟建
                合计\t\t\t\t\t8800.5\t3800\t
                """);
        assertEquals(Set.of(), reading.questions());
        assertEquals(List.of(3), reading.header());
        assertEquals(
                List.of("sum"), reading.skipped().stream().map(Skipped::why).toList());
        assertEquals(List.of(State.NEW, State.NEW), states(reading));
        assertEquals("he-fan-tie-lu-xia-chuan", reading.projects().get(0).id().value());
        assertEquals("""
                [{"kind":"project-opened","name":{"zh":"何畈铁路下穿"},"sector":"transport.road","projectKind":"works",\
                "stage":"implementation","owner":"桐城市交通局"},\
                {"kind":"project-described","begins":"2026-01-01","ends":"2026-12-31"},\
                {"kind":"investment-planned","total":3200,"year":2026,"planned":1800}]""", said(reading.projects().get(0)));
    }

    @Test
    void two_heading_rows_are_read_as_one_and_a_group_says_the_sector() throws NotASheet {
        Reading reading = read("""
                项目名称\t责任单位\t投资（万元）\t\t包联领导
                \t\t总投资\t2026年计划投资\t
                一、工业项目（2个）\t\t9000\t3000\t
                旭日瓶盖生产线\t经发办\t6000\t2000\t李书记
                盛大瓶盖生产线\t经发办\t3000\t1000\t陈镇长
                二、交通项目（1个）\t\t\t\t
                牧桥路\t建设办\t800\t—\t陈镇长
                注：以上投资均为估算。\t\t\t\t
                """, answers(null, null, Stage.IMPLEMENTATION, Map.of(), null));
        assertEquals(Set.of(), reading.questions());
        assertEquals(List.of(1, 2), reading.header());
        assertEquals(3, reading.projects().size());
        assertTrue(said(reading.projects().get(2)).contains("transport.road"));
        assertEquals(
                List.of("category", "category", "note"),
                reading.skipped().stream().map(Skipped::why).toList());
        assertEquals(List.of(), faults(reading));
    }

    @Test
    void money_without_a_unit_is_asked_and_so_are_two_that_differ() throws NotASheet {
        String list = "项目名称\t总投资\n甲工程\t3200\n";
        assertEquals(Set.of("unit"), read(list).questions());
        Reading said = read(list, with(Map.of(), Unit.YI));
        assertEquals(Set.of(), said.questions());
        assertTrue(said(said.projects().get(0)).contains("\"total\":32000000"));

        Reading differs = read("单位：万元\t\n项目名称\t总投资（亿元）\n甲工程\t3.2\n");
        assertEquals(Set.of("unit"), differs.questions());
        assertTrue(differs.columns().get(1).unitsDiffer());
        Reading settled = read("单位：万元\t\n项目名称\t总投资（亿元）\n甲工程\t3.2\n", with(Map.of("B", Unit.YI), null));
        assertTrue(said(settled.projects().get(0)).contains("\"total\":32000"));
        assertEquals(Set.of(), read("项目名称\t总投资\n甲工程\t3.2亿元\n").questions());
    }

    @Test
    void years_months_sectors_and_stages_that_the_list_does_not_say_are_asked() throws NotASheet {
        Reading reading = Reading.of(
                "项目名称,年度计划投资（万元）,本月完成投资（万元）\n甲工程,100,20\n".getBytes(StandardCharsets.UTF_8), Answers.NONE, projects());
        assertEquals(Set.of("year", "month", "sector", "stage"), reading.questions());
        assertEquals(List.of(State.UNCLEAR), states(reading));
    }

    @Test
    void the_same_list_again_tells_nothing_and_a_corrected_one_what_it_corrects() throws NotASheet {
        String list = "项目名称\t责任单位\t计划竣工时间\t总投资（万元）\n甲工程\t建设办\t2026年12月\t3200\n";
        tell(read(list));
        Reading again = read(list);
        assertEquals(List.of(State.SAME), states(again));
        assertEquals(List.of(), again.projects().get(0).updates());

        String corrected = list.replace("3200", "3500").replace("2026年12月", "2027年6月");
        Reading asks = read(corrected);
        assertEquals(Set.of("reason"), asks.questions());
        assertEquals(List.of(State.UNCLEAR), states(asks));
        Reading told = read(corrected, answers(null, "economy", Stage.IMPLEMENTATION, Map.of(), "概算批复调整"));
        assertEquals(List.of(State.CHANGED), states(told));
        assertEquals("""
                [{"kind":"project-described","ends":"2027-06-30","reason":"概算批复调整"},\
                {"kind":"investment-planned","total":3500}]""", said(told.projects().get(0)));
        assertEquals(
                List.of("ends", "total"),
                told.projects().get(0).changes().stream()
                        .map(change -> Json.kebab(change.field()))
                        .toList());
        assertEquals("C2", told.projects().get(0).changes().get(0).place());
    }

    @Test
    void an_empty_cell_takes_nothing_away() throws NotASheet {
        tell(read("项目名称\t责任单位\n甲工程\t建设办\n"));
        assertEquals(List.of(State.SAME), states(read("项目名称\t责任单位\n甲工程\t\n")));
    }

    @Test
    void a_name_that_is_nearly_that_of_a_project_is_asked_and_known_from_then_on() throws NotASheet {
        tell(read("项目名称\n何畈铁路下穿工程\n"));
        String list = "项目名称\n何畈铁路下穿\n";
        Reading asks = read(list);
        assertEquals(Set.of("same"), asks.questions());
        assertEquals(
                List.of("何畈铁路下穿工程"),
                asks.projects().get(0).candidates().stream()
                        .map(Proposal.Candidate::name)
                        .toList());
        Reading said = read(list, same("2", "he-fan-tie-lu-xia-chuan-gong-cheng"));
        assertEquals(List.of(State.CHANGED), states(said));
        tell(said);
        assertEquals(List.of(State.SAME), states(read(list)));
        Reading other = read("项目名称\n何畈铁路下穿二期\n", same("*", "new"));
        assertEquals(List.of(State.NEW), states(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        何畈铁路下穿           | SAME
        何畈 铁路下穿          | SAME
        “何畈铁路下穿”       | SAME
        何畈铁路下穿（）       | SAME
        何畈铁路下穿引道       | UNCLEAR
        牧桥路                 | NEW
        """)
    void how_a_name_is_written_does_not_make_it_another(String name, State state) throws NotASheet {
        tell(read("项目名称\n何畈铁路下穿\n"));
        assertEquals(List.of(state), states(read("项目名称\n" + name + "\n")));
    }

    @Test
    void what_is_not_understood_is_named_by_its_cell_and_the_rest_is_told() throws NotASheet {
        Reading reading = read("""
                项目名称\t开工时间\t实际开工时间\t总投资（万元）\t项目类型\t联系人
                甲工程\t待定\t2026年3月\t约500\t其它\t张三
                \t2026-03-01\t\t20\t\t
                """);
        assertEquals(
                Set.of("B2 date 待定", "C2 day 2026年3月", "D2 amount 约500", "E2 sector 其它", "3 no-name 2026-03-01 · 20"),
                Set.copyOf(faults(reading)));
        assertTrue(said(reading.projects().get(0)).contains("\"contact\":\"张三\""));
    }

    @Test
    void two_rows_of_one_project_are_not_both_told() throws NotASheet {
        Reading reading = read("项目名称\t责任单位\n甲工程\t建设办\n甲工程\t经发办\n甲工程\t建设办\n");
        assertEquals(1, reading.projects().size());
        assertEquals(List.of("A3 twice 甲工程"), faults(reading));
        assertEquals(
                List.of("repeated"),
                reading.skipped().stream().map(Skipped::why).toList());
    }

    @Test
    void what_left_the_board_is_not_told_anything() throws NotASheet {
        entries.add(0, Entries.OFFICE, new ProjectId("jia"), opened("甲工程"))
                .add(0, Entries.OFFICE, new ProjectId("jia"), new ProjectArchived("移交"));
        Reading reading = read("项目名称\t责任单位\n甲工程\t建设办\n");
        assertEquals(List.of(State.UNCLEAR), states(reading));
        assertEquals(List.of("A2 archived 甲工程"), faults(reading));
    }

    @Test
    void the_office_says_what_a_heading_means_once() throws NotASheet {
        String list = "工程名\t挂联人\n甲工程\t李书记\n";
        assertEquals(Set.of("header"), read(list).questions());
        Answers pointed = SheetAnswers.of(null, 1, Map.of("A", "name", "B", "lead"));
        Reading reading = read(list, pointed);
        assertEquals(List.of(State.NEW), states(reading));
        assertEquals(
                List.of("工程名", "挂联人"),
                reading.columns().stream().map(Reading.Meant::core).toList());
        entries.add(0, Entries.OFFICE, null, new HeadingLearned("工程名", "name"))
                .add(0, Entries.OFFICE, null, new HeadingLearned("挂联人", "lead"));
        assertEquals(List.of(State.NEW), states(read(list)));
    }

    @Test
    void a_column_can_be_left_out() throws NotASheet {
        Reading reading = read("项目名称\t责任单位\n甲工程\t建设办\n", SheetAnswers.of(null, null, Map.of("B", "-")));
        assertFalse(said(reading.projects().get(0)).contains("建设办"));
    }

    @Test
    void files_of_old_programs_are_read_in_their_own_signs() throws NotASheet {
        String list = "项目名称,建设单位\n何畈铁路下穿,桐城市交通局\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16)) {
            Reading reading = Reading.of(list.getBytes(charset), KNOWN, projects());
            assertEquals("何畈铁路下穿", reading.projects().get(0).name(), charset.name());
        }
        assertEquals(
                "何畈铁路下穿",
                Reading.of(("\uFEFF" + list).getBytes(StandardCharsets.UTF_8), KNOWN, projects())
                        .projects()
                        .get(0)
                        .name());
    }

    @Test
    void cells_of_several_lines_stay_one_cell() throws NotASheet {
        Reading reading = read("项目名称\t建设内容\n\"何畈铁路\n下穿\"\t\"框架桥一座，\n引道 420 米\"\n");
        assertEquals("何畈铁路下穿", reading.projects().get(0).name());
        assertTrue(said(reading.projects().get(0)).contains("框架桥一座，\\n引道 420 米"));
    }

    @Test
    void ids_of_new_projects_are_free_and_stay_the_same() throws NotASheet {
        entries.add(0, Entries.OFFICE, new ProjectId("jia-gong-cheng"), opened("另一个名字"));
        String list = "项目名称\n甲工程\n假工程\nA1-B2 区\n";
        List<String> ids =
                read(list).projects().stream().map(each -> each.id().value()).toList();
        assertEquals(List.of("jia-gong-cheng-2", "jia-gong-cheng-3", "a1-b2-qu"), ids);
        assertEquals(
                ids,
                read(list).projects().stream().map(each -> each.id().value()).toList());
        assertEquals(
                read(list).projects().get(0).key(), read(list).projects().get(0).key());
        assertNotEquals(
                read(list).projects().get(0).key(), read(list).projects().get(1).key());
    }

    @Test
    void of_a_month_the_title_says_which() throws NotASheet {
        Reading reading = read("2026年5月重点项目进展（单位：万元）\n项目名称\t本月完成投资\t1-5月完成投资\n甲工程\t120\t600\n");
        assertTrue(said(reading.projects().get(0))
                .contains("{\"kind\":\"investment-completed\",\"month\":\"2026-05\",\"completed\":120}"));
        assertEquals(Field.YEAR_TO_DATE, reading.columns().get(2).field());
        assertFalse(reading.columns().get(2).taken());
    }

    /** The columns that counties ask for, with groups that have sums, numbers in words and a unit for money and land. */
    @Test
    void the_whole_form_of_a_county_is_read_and_everything_in_it_has_a_place() throws NotASheet {
        Reading reading = read("""
                附件1
                填报单位：大关镇人民政府\t\t\t单位：万元、亩
                序号\t项目名称\t项目法人\t建设性质\t批准文件\t建设用地面积（亩）\t总投资\t2025年底累计完成投资\t2026年计划\t\t开工状态\t入库状态
                \t\t\t\t\t\t\t\t投资\t主要建设内容\t\t
                一\t续建项目（2个）\t\t\t\t\t15200\t3000\t5000
                1\t1.何畈铁路下穿\t交通局\t新建\t桐发改〔2025〕12号\t12.5\t3200\t1000\t1800\t顶进完成\t已开工\t已入库
                序号\t项目名称\t项目法人\t建设性质
                2\t2.5公里产业路\t交通局\t新建\t\t\t800\t\t600\t\t未开工
                  合  计\t\t\t\t\t\t16000
                填表人：王五    审核人：赵六
                """);
        assertEquals(Set.of(), reading.questions());
        assertEquals(
                List.of("何畈铁路下穿", "2.5公里产业路"),
                reading.projects().stream().map(Proposal::name).toList());
        assertEquals(
                List.of("category 5", "heading 7", "sum 9", "note 10"),
                reading.skipped().stream()
                        .map(each -> each.why() + " " + each.row())
                        .toList());
        assertEquals(
                List.of(),
                reading.columns().stream()
                        .filter(column -> !column.known())
                        .map(Reading.Meant::heading)
                        .toList());
        assertEquals("""
                [{"kind":"project-opened","name":{"zh":"何畈铁路下穿"},"sector":"economy","projectKind":"works",\
                "stage":"implementation","owner":"交通局"},\
                {"kind":"project-described","nature":"新建","land":12.5,"listed":"listed"},\
                {"kind":"permit-obtained","permit":"approval","document":"桐发改〔2025〕12号"},\
                {"kind":"investment-planned","total":3200,"year":2026,"planned":1800,"before":1000,"work":"顶进完成"}]""", said(reading.projects().get(0)), "what is built in a year is not what is built");
    }

    @Test
    void what_statistics_and_land_offices_ask_has_a_place_each() throws NotASheet {
        Reading reading = read("""
                2026年5月\t单位：万元
                项目名称\t管理级别\t项目（法人）码\t用地面积（公顷）\t土地购置费\t国土证\t施工许可证\t本月完成固投
                甲道路\t省级\t91340881MA2X\t2\t300\t√\t办理中\t80
                乙道路\t甲级\t\t三十亩左右\t\t皖桐2号\t340881X\t
                """);
        String first = said(reading.projects().get(0));
        assertTrue(first.contains("\"ownerCode\":\"91340881MA2X\",\"tier\":\"provincial\",\"land\":30"), first);
        assertTrue(first.contains("{\"kind\":\"permit-obtained\",\"permit\":\"land\"}"), first);
        assertFalse(first.contains("construction"), "what is being applied for is not held");
        assertTrue(first.contains("{\"kind\":\"investment-planned\",\"land\":300}"), first);
        assertTrue(first.contains("{\"kind\":\"investment-detailed\",\"month\":\"2026-05\",\"fixed\":80}"), first);
        assertTrue(said(reading.projects().get(1)).contains("\"permit\":\"construction\",\"document\":\"340881X\""));
        assertTrue(faults(reading).containsAll(List.of("B4 tier 甲级", "D4 area 三十亩左右")), () -> "" + faults(reading));
    }

    @Test
    void a_row_of_units_belongs_to_the_headings() throws NotASheet {
        Reading reading = read("\t\t\n\t项目名称\t总投资\n\t\t（亿元）\n\t甲工程\t1.5\n");
        assertEquals(List.of(2, 3), reading.header());
        assertTrue(said(reading.projects().get(0)).contains("\"total\":15000"));
    }

    @Test
    void a_quotation_mark_that_nobody_closed_swallows_nothing() throws NotASheet {
        Reading reading = read("项目名称;建设单位\n甲工程;\"未闭合\n乙工程;城投\n");
        assertEquals(2, reading.projects().size());
    }

    @ParameterizedTest
    @CsvSource({"'', SHEET_EMPTY", "'\n\n', SHEET_EMPTY"})
    void nothing_is_said_to_be_nothing(String text, NotASheet.Why why) {
        assertEquals(why, refused(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void headings_below_one_another_head_the_columns_beside_them() throws NotASheet {
        Reading form = read("项目名称\t某桥梁工程\t乙路\n建设单位\t交通局\t城投\n总投资（万元）\t3200\t约500\n开工时间\t2026.3\t\n");
        assertTrue(form.turned());
        assertEquals(List.of(2, 3), form.projects().stream().map(Proposal::row).toList());
        assertTrue(
                said(form.projects().get(0)).contains("\"total\":3200"),
                said(form.projects().get(0)));
        assertTrue(
                said(form.projects().get(1)).contains("\"owner\":\"城投\""),
                said(form.projects().get(1)));
        assertEquals(List.of("C3 amount 约500"), faults(form));
    }

    @Test
    void the_parts_of_a_project_are_no_projects() throws NotASheet {
        Reading parts = read("项目名称\t总投资（万元）\n甲路\t3200\n其中：一期\t1200\n其中 二期\t2000\n");
        assertEquals(1, parts.projects().size());
        assertEquals(
                List.of("part", "part"),
                parts.skipped().stream().map(Skipped::why).toList());
    }

    @Test
    void a_web_page_that_is_called_xls_is_read_by_its_tables() throws NotASheet {
        String page = """
                <html><meta charset=gb2312><table><tr><td colspan=3>2026年重点项目</td></tr>
                <tr><td rowspan=2>项目名称</td><td colspan=2>投资（万元）</td></tr>
                <tr><td>总投资</td><td>2026年计划<br>投资</td></tr>
                <tr><td>甲工程</td><td>3,200</td><td>&nbsp;1800</td></tr></table></html>""";
        Reading reading = Reading.of(page.getBytes(Charset.forName("GB18030")), KNOWN, projects());
        assertTrue(
                said(reading.projects().get(0)).contains("\"total\":3200,\"year\":2026,\"planned\":1800"),
                said(reading.projects().get(0)));
        assertEquals(NotASheet.Why.SHEET_UNREADABLE, refused("<html>没有表</html>".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_picture_is_no_sheet() {
        assertEquals(NotASheet.Why.SHEET_UNREADABLE, refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13}));
    }

    private NotASheet.Why refused(byte[] bytes) {
        try {
            Reading.of(bytes, Answers.NONE, projects());
            return null;
        } catch (NotASheet e) {
            return e.why();
        }
    }

    private Reading read(String text) throws NotASheet {
        return read(text, KNOWN);
    }

    private Reading read(String text, Answers answers) throws NotASheet {
        return Reading.of(text.getBytes(StandardCharsets.UTF_8), answers, projects());
    }

    private Present projects() {
        return Present.of(Projects.NONE.after(entries.all()));
    }

    /** As if a person had told the board all of it. */
    private void tell(Reading reading) {
        for (Proposal proposal : reading.projects()) {
            for (Update update : proposal.updates()) {
                entries.add(0, Entries.OFFICE, proposal.id(), update);
            }
        }
    }

    private static ProjectOpened opened(String name) {
        return new ProjectOpened(
                new Name(name, null), "economy", ProjectKind.WORKS, Stage.IMPLEMENTATION, null, null, null);
    }

    private static Answers with(Map<String, Unit> units, Unit unit) {
        return new Answers(
                null,
                null,
                Map.of(),
                units,
                unit,
                null,
                null,
                "economy",
                Stage.IMPLEMENTATION,
                Map.of(),
                null,
                null,
                null);
    }

    private static Answers same(String row, String id) {
        return answers(null, "economy", Stage.IMPLEMENTATION, Map.of(row, id), null);
    }

    private static Answers answers(
            YearMonth month, String sector, Stage stage, Map<String, String> same, String reason) {
        return new Answers(null, null, Map.of(), Map.of(), null, null, month, sector, stage, same, reason, null, null);
    }

    private static String said(Proposal proposal) {
        return proposal.updates().stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
    }

    private static List<State> states(Reading reading) {
        return reading.projects().stream().map(Proposal::state).toList();
    }

    private static List<String> faults(Reading reading) {
        return java.util.stream.Stream.concat(
                        reading.projects().stream().flatMap(project -> project.faults().stream()),
                        reading.faults().stream())
                .map(fault -> fault.place() + " " + fault.code() + " " + fault.text())
                .collect(Collectors.toList());
    }
}
