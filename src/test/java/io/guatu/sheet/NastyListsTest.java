package io.guatu.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.fold.Projects;
import io.guatu.ledger.Json;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lists that nobody would make on purpose, and somebody has made: nothing of them is invented, and nothing dropped in silence. */
class NastyListsTest {
    @Test
    void three_rows_of_headings_are_one() throws NotASheet {
        Reading reading = read("""
                2026年重点项目调度表
                序号\t项目名称\t投资情况\t\t\t时间\t\t责任落实\t
                \t\t总投资\t2026年\t\t开工时间\t竣工时间\t包联领导\t责任单位
                \t\t（万元）\t计划投资（万元）\t1-5月完成投资（万元）\t\t\t\t
                1\t甲工程\t3000\t1200\t500\t2026.3\t2026.12\t李书记\t建设办
                """);
        assertEquals(List.of(2, 4), reading.header());
        assertEquals(
                "{\"kind\":\"project-described\",\"unit\":\"建设办\",\"lead\":\"李书记\",\"begins\":\"2026-03-01\",\"ends\":\"2026-12-31\"}",
                updates(reading, 0).get(1));
        assertEquals(
                "{\"kind\":\"investment-planned\",\"total\":3000,\"year\":2026,\"planned\":1200}",
                updates(reading, 0).get(2));
        assertEquals(List.of(), faults(reading));
    }

    @Test
    void a_second_table_with_other_columns_is_named_and_not_read_by_the_first_ones() throws NotASheet {
        String list = """
                一、续建项目
                项目名称\t建设单位\t总投资（万元）
                甲工程\t交通局\t300
                二、新开工项目
                项目名称\t总投资（万元）\t建设单位
                乙工程\t500\t水务公司
                """;
        Reading first = read(list);
        assertEquals(List.of(5), first.otherTables());
        assertEquals(List.of("甲工程"), names(first));
        assertEquals(
                List.of("category 4", "other-table 5", "other-table 6"),
                first.skipped().stream()
                        .map(each -> each.why() + " " + each.row())
                        .toList());
        Reading second = read(list, answers(5));
        assertEquals(List.of("乙工程"), names(second));
        assertTrue(said(second, 0).contains("\"owner\":\"水务公司\""), said(second, 0));
        assertEquals(List.of(2), second.otherTables(), "and the one above is named from here");
    }

    @Test
    void the_same_headings_on_the_next_page_begin_no_other_table() throws NotASheet {
        Reading reading = read("项目名称\t建设单位\n甲工程\t交通局\n项目名称\t建设单位\n乙工程\t水务公司\n");
        assertEquals(List.of(), reading.otherTables());
        assertEquals(List.of("甲工程", "乙工程"), names(reading));
    }

    @Test
    void a_table_beside_is_named_with_what_stands_in_it_and_read_when_its_columns_are_chosen() throws NotASheet {
        String list = "项目名称\t总投资（万元）\t\t项目名称\t总投资（万元）\n甲路\t300\t\t乙桥\t500\n丙园\t100\t\t丁厂\t900\n";
        Reading left = read(list);
        assertEquals(List.of("甲路", "丙园"), names(left));
        assertEquals(List.of("D1 beside 乙桥、丁厂"), faults(left));
        Reading right = read(list, answers(null, Map.of("D", "name", "E", "total")));
        assertEquals(List.of("乙桥", "丁厂"), names(right));
        assertEquals(List.of("500", "900"), totals(right));
    }

    @Test
    void a_number_is_no_name() throws NotASheet {
        Reading reading = read("项目名称\t建设单位\n甲工程\t交通局\n12\t城投\n");
        assertEquals(List.of("甲工程"), names(reading));
        assertEquals(List.of("3 no-name 12 · 城投"), faults(reading));
    }

    @Test
    void amounts_in_every_dress_are_read_or_named() throws NotASheet {
        Reading reading = read("""
                项目名称\t总投资（万元）
                甲一\t１，２００．５
                甲二\t1.2亿元
                甲三\t￥300
                甲四\t3500000元
                甲五\t-50
                甲六\t120%
                甲七\t300-500
                甲八\t约500
                甲九\t#REF!
                甲十\t500万
                甲十一\t/
                甲十二\t1,20
                甲十三\t500（含征迁）
                """);
        assertEquals(List.of("1200.5", "12000", "300", "350", "", "", "", "", "", "500", "", "", ""), totals(reading));
        assertEquals(
                List.of(
                        "B6 amount -50",
                        "B7 amount 120%",
                        "B8 amount 300-500",
                        "B9 amount 约500",
                        "B10 amount #REF!",
                        "B13 amount 1,20",
                        "B14 amount 500（含征迁）"),
                faults(reading));
    }

    @Test
    void each_year_and_each_month_has_a_column_of_its_own() throws NotASheet {
        Reading years = read("""
                2026年重点项目表（单位：万元）
                项目名称\t总投资\t年度计划投资\t2027年计划投资\t2028年\t
                \t\t\t\t计划投资\t建设内容
                甲工程\t9000\t3000\t4000\t2000\t路
                """);
        assertEquals(
                List.of(
                        "{\"kind\":\"investment-planned\",\"total\":9000,\"year\":2026,\"planned\":3000}",
                        "{\"kind\":\"investment-planned\",\"year\":2027,\"planned\":4000}",
                        "{\"kind\":\"investment-planned\",\"year\":2028,\"planned\":2000}"),
                investment(years));
        Reading months = read("2026年投资完成情况（单位：万元）\n项目名称\t1月\t\t2月\t\n\t完成投资\t完成固投\t完成投资\t完成固投\n甲工程\t10\t9\t20\t\n");
        assertEquals(
                List.of(
                        "{\"kind\":\"investment-completed\",\"month\":\"2026-01\",\"completed\":10}",
                        "{\"kind\":\"investment-detailed\",\"month\":\"2026-01\",\"fixed\":9}",
                        "{\"kind\":\"investment-completed\",\"month\":\"2026-02\",\"completed\":20}"),
                investment(months));
    }

    @Test
    void a_title_is_no_heading_though_it_names_the_year_and_a_row_of_units_is_part_of_the_headings() throws NotASheet {
        Reading months = read("2026年投资调度表\t\t\t单位：万元\n项目名称\t年度计划投资\t1月完成投资\t2月完成投资\n甲工程\t1200\t100\t90\n");
        assertEquals(List.of(2), months.header());
        assertEquals(
                List.of(
                        "{\"kind\":\"investment-planned\",\"year\":2026,\"planned\":1200}",
                        "{\"kind\":\"investment-completed\",\"month\":\"2026-01\",\"completed\":100}",
                        "{\"kind\":\"investment-completed\",\"month\":\"2026-02\",\"completed\":90}"),
                investment(months));
        Reading units = read("项目名称\t总投资\t投资计划\t\n\t\t2026年\t2027年\n\t万元\t万元\t万元\n甲工程\t900\t300\t500\n");
        assertEquals(
                List.of(
                        "{\"kind\":\"investment-planned\",\"total\":900,\"year\":2026,\"planned\":300}",
                        "{\"kind\":\"investment-planned\",\"year\":2027,\"planned\":500}"),
                investment(units));
    }

    @Test
    void what_is_of_several_years_or_of_a_month_is_no_plan_of_a_year() throws NotASheet {
        Reading reading = read("项目名称\t2026-2028年计划投资（万元）\t3月计划投资（万元）\n甲工程\t300\t20\n", answers(null));
        assertEquals(
                List.of(true, false, false),
                reading.columns().stream().map(Reading.Meant::known).toList());
        assertEquals(List.of(), investment(reading));
    }

    @Test
    void what_stands_below_a_list_or_below_a_name_is_no_project() throws NotASheet {
        Reading reading = read("""
                序号\t项目名称\t建设单位\t总投资（万元）
                1\t甲工程\t交通局\t300
                \t\t水务公司\t
                \t（二期）\t\t200
                2\t★乙工程\t城投\t500
                注1：投资为估算
                ※带星号的是市级重点
                \t数据来源：统计办
                （此表每月25日前报送）
                责任单位：镇政府
                """);
        assertEquals(List.of("甲工程", "★乙工程"), names(reading));
        assertEquals(List.of("3 no-name 水务公司", "4 no-name （二期） · 200"), faults(reading));
        assertEquals(
                List.of("note", "note", "note", "note", "note"),
                reading.skipped().stream().map(Skipped::why).toList());
        assertTrue(said(reading, 1).contains("\"sector\":\"economy\""), "a second line of a cell is no category");
    }

    @Test
    void what_no_heading_heads_is_shown_among_the_columns() throws NotASheet {
        Reading reading = read("项目名称,总投资（万元）\n甲工程,300,,,表外的话\n");
        Reading.Meant last = reading.columns().get(reading.columns().size() - 1);
        assertEquals(
                List.of("E", "", List.of("表外的话"), false),
                List.of(last.letters(), last.heading(), last.samples(), last.known()));
    }

    @Test
    void tables_between_bars_or_lined_up_by_blanks_are_tables() throws NotASheet {
        Reading bars =
                read("# 重点项目\n\n| 项目名称 | 建设内容 | 总投资（万元） |\n|---|:--:|---:|\n| 甲工程 | 长5,000米，宽8米\\|两段 | 3,200 |\n");
        assertEquals(List.of("3200"), totals(bars));
        assertTrue(said(bars, 0).contains("长5,000米，宽8米|两段"), said(bars, 0));
        Reading blanks = read("""
                项目名称          建设单位      总投资（万元）   计划开工
                何畈铁路 下穿     交通局        3200             2026.3
                污水管网          水务公司      1,600            2026.1
                合计                            4800
                """);
        assertEquals(List.of("何畈铁路 下穿", "污水管网"), names(blanks));
        assertEquals(List.of("3200", "1600"), totals(blanks));
        Reading crooked = read("项目名称    建设单位    总投资（万元）\n甲工程    交通局    3200\n乙工程  500\n");
        assertEquals(Set.of("header"), crooked.questions(), "nobody knows under what the 500 stand");
    }

    @Test
    void a_quotation_mark_amid_a_quoted_cell_moves_nothing() throws NotASheet {
        Reading reading = read("项目名称,建设内容,总投资（万元）\n\"甲工程\",\"长5,000米\",300\n乙工程,\"含\"附属\"工程\",500\n");
        assertEquals(List.of("甲工程", "乙工程"), names(reading));
        assertEquals(List.of("300", "500"), totals(reading));
    }

    @Test
    void a_list_in_traditional_signs_is_read_and_keeps_them_in_names() throws NotASheet {
        Reading reading = read("項目名稱\t建設單位\t總投資（萬元）\t開竣工時間\n何畈鐵路下穿\t交通局\t1.2億元\t2026年3月開工，2027年6月竣工\n");
        assertEquals(List.of("何畈鐵路下穿"), names(reading));
        assertEquals(List.of("12000"), totals(reading));
        assertTrue(said(reading, 0).contains("\"ends\":\"2027-06-30\""), said(reading, 0));
    }

    private static List<String> investment(Reading reading) {
        return updates(reading, 0).stream()
                .filter(each -> each.contains("investment-"))
                .toList();
    }

    @Test
    void sums_above_and_notes_below_are_no_projects() throws NotASheet {
        Reading reading = read("""
                项目名称\t建设单位\t总投资（万元）
                合计（2个）\t\t800
                甲工程\t交通局\t300
                乙工程\t水务公司\t500
                备注：1.投资额为估算数；
                填表人：王五\t\t审核：赵六
                """);
        assertEquals(List.of("甲工程", "乙工程"), names(reading));
        assertEquals(
                List.of("sum", "note", "note"),
                reading.skipped().stream().map(Skipped::why).toList());
    }

    @Test
    void a_column_that_is_there_twice_waits_to_be_told_which() throws NotASheet {
        Reading reading = read("项目名称\t责任单位\t责任单位\n甲工程\t建设办\t经发办\n");
        assertFalse(reading.columns().get(2).known());
        assertTrue(said(reading, 0).contains("建设办") && !said(reading, 0).contains("经发办"), said(reading, 0));
    }

    @Test
    void cells_with_line_breaks_quotes_and_separators_stay_cells() throws NotASheet {
        Reading reading = read("项目名称,建设内容,建设单位\r\n\"甲\n工程\",\"一期：\"\"路\"\"，\r\n二期,桥\",交通局\r\n");
        assertEquals(List.of("甲工程"), names(reading));
        assertTrue(said(reading, 0).contains("一期：\\\"路\\\"，\\n二期,桥"), said(reading, 0));
        assertTrue(said(reading, 0).contains("\"owner\":\"交通局\""), said(reading, 0));
    }

    @Test
    void a_list_of_windows_and_one_of_a_mac_are_the_same() throws NotASheet {
        String list = "项目名称,建设单位\r甲工程,镕基公司\r";
        for (byte[] bytes : List.of(
                list.getBytes(Charset.forName("GB18030")),
                list.replace("\r", "\r\n").getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + list).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + list).getBytes(StandardCharsets.UTF_16BE))) {
            Reading reading = Reading.of(bytes, answers(null), Present.of(Projects.NONE));
            assertEquals(List.of("甲工程"), names(reading));
            assertTrue(said(reading, 0).contains("镕基公司"), said(reading, 0));
        }
    }

    private static Reading read(String list) throws NotASheet {
        return read(list, answers(null));
    }

    private static Reading read(String list, Answers answers) throws NotASheet {
        return Reading.of(list.getBytes(StandardCharsets.UTF_8), answers, Present.of(Projects.NONE));
    }

    private static Answers answers(Integer header) {
        return answers(header, Map.of());
    }

    private static Answers answers(Integer header, Map<String, String> columns) {
        return SheetAnswers.of(null, header, columns);
    }

    private static List<String> names(Reading reading) {
        return reading.projects().stream().map(Proposal::name).toList();
    }

    private static List<String> updates(Reading reading, int project) {
        return reading.projects().get(project).updates().stream()
                .map(Json::write)
                .toList();
    }

    private static String said(Reading reading, int project) {
        return String.join("\n", updates(reading, project));
    }

    private static List<String> totals(Reading reading) {
        return reading.projects().stream()
                .map(project -> project.changes().stream()
                        .filter(change -> change.field() == Field.TOTAL)
                        .map(change -> Json.write(change.after()))
                        .collect(Collectors.joining()))
                .toList();
    }

    private static List<String> faults(Reading reading) {
        List<Fault> all = new ArrayList<>();
        reading.projects().forEach(project -> all.addAll(project.faults()));
        all.addAll(reading.faults());
        return all.stream()
                .map(fault -> fault.place() + " " + fault.code() + " " + fault.text())
                .toList();
    }
}
