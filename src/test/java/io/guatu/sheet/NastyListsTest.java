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
