package io.guatu.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.board.fold.Projects;
import io.guatu.ledger.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as Excel and WPS keep them. */
class WorkbookTest {
    private static final Answers KNOWN = SheetAnswers.of(null, null, Map.of());

    @Test
    void titles_merged_headings_groups_and_sums_are_told_from_projects() throws Exception {
        Reading reading = read(sheet("重点项目", sheet -> {
            sheet.value(0, 0, "大关镇2026年重点项目计划表");
            sheet.range(0, 0, 0, 6).merge();
            sheet.value(1, 6, "单位：万元");
            sheet.value(2, 0, "序号");
            sheet.value(2, 1, "项目名称");
            sheet.value(2, 2, "建设起止年限");
            sheet.value(2, 3, "总投资");
            sheet.value(2, 4, "2026年计划");
            sheet.value(2, 6, "包联领导");
            sheet.value(3, 4, "投资");
            sheet.value(3, 5, "主要建设内容");
            for (int column : new int[] {0, 1, 2, 3, 6}) {
                sheet.range(2, column, 3, column).merge();
            }
            sheet.range(2, 4, 2, 5).merge();
            sheet.value(4, 1, "合计");
            sheet.formula(4, 3, "SUM(D7:D8)");
            sheet.value(5, 0, "一、工业项目");
            sheet.range(5, 0, 5, 6).merge();
            sheet.value(6, 0, 1);
            sheet.value(6, 1, "旭日瓶盖生产线");
            sheet.value(6, 2, "2026-2027");
            sheet.value(6, 3, 6000.5);
            sheet.value(6, 4, 2000);
            sheet.value(6, 5, "主体封顶");
            sheet.value(6, 6, "李书记");
            sheet.range(6, 6, 7, 6).merge();
            sheet.value(7, 0, 2);
            sheet.value(7, 1, "盛大瓶盖生产线");
            sheet.value(7, 3, 3000);
        }));
        assertEquals(List.of(3, 4), reading.header());
        assertEquals(Set.of(), reading.questions());
        assertEquals(
                List.of("sum 5", "category 6"),
                reading.skipped().stream()
                        .map(each -> each.why() + " " + each.row())
                        .toList());
        assertEquals(2, reading.projects().size());
        assertEquals("""
                {"kind":"project-opened","name":{"zh":"旭日瓶盖生产线"},"sector":"economy","projectKind":"works","stage":"implementation"}
                {"kind":"project-described","lead":"李书记","begins":"2026-01-01","ends":"2027-12-31"}
                {"kind":"investment-planned","total":6000.5,"year":2026,"planned":2000,"work":"主体封顶"}""", said(reading, 0));
        assertTrue(said(reading, 1).contains("\"lead\":\"李书记\""), said(reading, 1));
        assertEquals(List.of(), faults(reading));
    }

    @Test
    void days_are_days_whatever_their_format_and_a_month_is_a_month() throws Exception {
        Reading reading = read(sheet("表", sheet -> {
            List<String> headings = List.of("项目名称", "计划开工时间", "计划竣工时间", "实际开工时间");
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
            }
            LocalDate day = LocalDate.of(2026, 3, 5);
            sheet.value(1, 0, "甲工程");
            sheet.value(1, 1, day);
            sheet.style(1, 1).format("yyyy-mm-dd").set();
            sheet.value(1, 2, day);
            sheet.style(1, 2).format("yyyy\"年\"m\"月\"").set();
            sheet.value(1, 3, 46086); // a number without a format: its count of days
            sheet.value(2, 0, "乙工程");
            sheet.value(2, 1, 2026);
            sheet.value(2, 2, 2026.3);
            sheet.value(2, 3, day);
            sheet.style(2, 3).format("[$-804]yyyy\\-mm;@").set();
            sheet.value(3, 0, "丙工程");
            sheet.value(3, 1, 2026.1); // January, or October
        }));
        assertTrue(said(reading, 0).contains("\"begins\":\"2026-03-05\",\"ends\":\"2026-03-31\""), said(reading, 0));
        assertTrue(said(reading, 0).contains("\"on\":\"2026-03-05\""), said(reading, 0));
        assertTrue(said(reading, 1).contains("\"begins\":\"2026-01-01\",\"ends\":\"2026-03-31\""), said(reading, 1));
        assertEquals(Set.of("D3 day 2026-03", "B4 date 2026.1"), Set.copyOf(faults(reading)));
    }

    @Test
    void formulas_are_read_as_they_were_worked_out_and_what_failed_or_never_was_is_named() throws Exception {
        byte[] written = sheet("表", sheet -> {
            sheet.value(0, 0, "项目名称");
            sheet.value(0, 1, "总投资（万元）");
            sheet.value(1, 0, "甲工程");
            sheet.formula(1, 1, "1000+200");
            sheet.value(2, 0, "乙工程");
            sheet.formula(2, 1, "1/0");
            sheet.value(3, 0, "丙工程");
            sheet.formula(3, 1, "3*100");
        });
        Reading reading = read(changed(written, "xl/worksheets/sheet1.xml", xml -> xml.replaceAll(
                        "(<f>1000\\+200</f>)<v>[^<]*</v>|(<f>1000\\+200</f>)", "$1$2<v>1200.0000000000002</v>")
                .replaceAll("<c r=\"B3\"([^>]*)>(<f>1/0</f>)(?:<v>[^<]*</v>)?", "<c r=\"B3\" t=\"e\">$2<v>#DIV/0!</v>")
                .replaceAll("(<f>3\\*100</f>)<v>[^<]*</v>", "$1")));
        assertTrue(said(reading, 0).contains("\"total\":1200"), said(reading, 0));
        assertEquals(Set.of("B3 formula #DIV/0!", "B4 formula =3*100"), Set.copyOf(faults(reading)));
    }

    @Test
    void amounts_that_are_shown_otherwise_than_they_are_kept_are_not_taken() throws Exception {
        Reading reading = read(sheet("表", sheet -> {
            sheet.value(0, 0, "项目名称");
            sheet.value(0, 1, "总投资（万元）");
            sheet.value(1, 0, "甲工程");
            sheet.value(1, 1, 32000000);
            sheet.style(1, 1).format("0!.0,\"万\"").set();
            sheet.value(2, 0, "乙工程");
            sheet.value(2, 1, 3200);
            sheet.style(2, 1).format("#,##0.00").set();
        }));
        assertEquals(List.of("B2 amount 32000000 [0!.0,\"万\"]"), faults(reading));
        assertTrue(said(reading, 1).contains("\"total\":3200"), said(reading, 1));
    }

    @Test
    void what_is_hidden_is_said_to_be_hidden_and_a_hidden_sheet_is_read_when_asked_for() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet notes = book.newWorksheet("说明");
            notes.value(0, 0, "填表说明");
            Worksheet list = book.newWorksheet("清单");
            list.value(0, 0, "项目名称");
            list.value(0, 1, "建设单位");
            list.value(0, 2, "责任单位");
            list.value(1, 0, "甲工程");
            list.value(1, 1, "某公司");
            list.value(1, 2, "建设办");
            list.value(2, 0, "乙工程");
            list.hideColumn(1);
            list.hideRow(2);
            Worksheet secret = book.newWorksheet("底稿");
            secret.setVisibilityState(VisibilityState.HIDDEN);
            secret.value(0, 0, "项目名称");
            secret.value(1, 0, "不公开");
        }
        Reading reading = read(bytes.toByteArray());
        assertEquals(List.of("说明", "清单", "底稿"), reading.sheets());
        assertEquals(List.of("底稿"), reading.hiddenSheets());
        assertEquals(List.of(3), reading.hiddenRows());
        assertEquals(2, reading.projects().size(), "a hidden row is read, and marked");
        assertEquals("清单", reading.sheet());
        assertEquals(
                List.of(false, true, false),
                reading.columns().stream().map(Reading.Meant::hidden).toList());
        assertTrue(said(reading, 0).contains("某公司"));
        Answers asked = SheetAnswers.of("底稿", null, Map.of());
        Reading secret = Reading.of(bytes.toByteArray(), asked, Present.of(Projects.NONE));
        assertEquals("不公开", secret.projects().get(0).name());
    }

    @Test
    void one_amount_of_several_projects_is_nobodys() throws Exception {
        Reading reading = read(sheet("表", sheet -> {
            sheet.value(0, 0, "项目名称");
            sheet.value(0, 1, "总投资（万元）");
            sheet.value(1, 0, "甲工程");
            sheet.value(1, 1, 5000);
            sheet.range(1, 1, 2, 1).merge();
            sheet.value(2, 0, "乙工程");
        }));
        assertEquals(List.of("B2 shared 5000", "B3 shared 5000"), faults(reading));
    }

    @Test
    void two_thousand_rows_are_all_there() throws Exception {
        Reading reading = read(sheet("表", sheet -> {
            sheet.value(0, 0, "项目名称");
            sheet.value(0, 1, "总投资（万元）");
            for (int row = 1; row <= 2_000; row++) {
                sheet.value(row, 0, "第" + row + "号工程");
                sheet.value(row, 1, row);
            }
        }));
        assertEquals(2_000, reading.projects().size());
        assertEquals(
                2_000, reading.projects().stream().map(Proposal::id).distinct().count());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 400, 2_000})
    void what_is_cut_off_is_unreadable(int bytes) throws Exception {
        byte[] whole = sheet("表", sheet -> sheet.value(0, 0, "项目名称"));
        byte[] cut = Arrays.copyOf(whole, Math.min(bytes, whole.length - 30));
        assertEquals(
                NotASheet.Why.SHEET_UNREADABLE,
                assertThrows(NotASheet.class, () -> read(cut)).why());
    }

    @Test
    void a_small_file_that_unpacks_into_a_large_one_is_refused() throws Exception {
        byte[] bomb = changed(
                sheet("表", sheet -> sheet.value(0, 0, "项目名称")),
                "xl/sharedStrings.xml",
                xml -> xml.replaceFirst("<si>", "<si><t>" + "长".repeat(8_000_000) + "</t></si><si>"));
        assertTrue(bomb.length < 100_000, bomb.length + " bytes");
        assertEquals(
                NotASheet.Why.SHEET_TOO_LARGE,
                assertThrows(NotASheet.class, () -> read(bomb)).why());
    }

    @Test
    void what_xml_may_name_outside_is_not_looked_up() throws Exception {
        byte[] hostile = changed(
                sheet("表", sheet -> sheet.value(0, 0, "项目名称")), "xl/worksheets/sheet1.xml", xml -> xml.replaceFirst(
                                "<worksheet", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet")
                        .replaceFirst(
                                "<sheetData>",
                                "<sheetData><row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>"));
        assertEquals(
                NotASheet.Why.SHEET_UNREADABLE,
                assertThrows(NotASheet.class, () -> read(hostile)).why());
    }

    @Test
    void a_workbook_of_excel_97_is_read_as_the_newer_ones_are() throws Exception {
        Reading reading = read(old(book -> {
            HSSFSheet sheet = book.createSheet("重点项目");
            HSSFRow heads = sheet.createRow(0);
            List.of("项目名称", "总投资（万元）", "开工时间", "建设单位")
                    .forEach(text ->
                            heads.createCell(heads.getPhysicalNumberOfCells()).setCellValue(text));
            HSSFRow first = sheet.createRow(1);
            first.createCell(0).setCellValue("甲工程");
            first.createCell(1).setCellFormula("100*3.2");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            HSSFCell begins = first.createCell(2);
            begins.setCellValue(LocalDate.of(2026, 3, 5));
            begins.setCellStyle(book.createCellStyle());
            begins.getCellStyle().setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\""));
            first.createCell(3).setCellValue("交通局");
            HSSFRow second = sheet.createRow(2);
            second.setZeroHeight(true);
            second.createCell(0).setCellValue("乙工程");
            second.createCell(1).setCellErrorValue(FormulaError.REF);
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 3, 3));
            sheet.setColumnHidden(2, true);
            book.createSheet("底稿").createRow(0).createCell(0).setCellValue("x");
            book.setSheetHidden(1, true);
        }));
        assertEquals(List.of("底稿"), reading.hiddenSheets());
        assertEquals(List.of(3), reading.hiddenRows());
        assertTrue(reading.columns().get(2).hidden());
        assertTrue(
                said(reading, 0).contains("\"total\":320") && said(reading, 0).contains("\"begins\":\"2026-03-01\""));
        assertTrue(said(reading, 1).contains("交通局"), said(reading, 1));
        assertEquals(List.of("B3 formula #REF!"), faults(reading));
    }

    @Test
    void a_workbook_with_a_password_is_called_so_and_another_programs_file_is_none() throws Exception {
        assertEquals(NotASheet.Why.SHEET_OLD_OR_LOCKED, refused("EncryptedPackage"));
        assertEquals(NotASheet.Why.SHEET_UNREADABLE, refused("WordDocument"));
    }

    /** @param part of what Microsoft's programs kept their files in */
    private static NotASheet.Why refused(String part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[8]), part);
            files.writeFilesystem(bytes);
        }
        return assertThrows(NotASheet.class, () -> read(bytes.toByteArray())).why();
    }

    private static byte[] old(Consumer<HSSFWorkbook> fill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            fill.accept(book);
            book.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] sheet(String name, Consumer<Worksheet> fill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            fill.accept(book.newWorksheet(name));
        }
        return bytes.toByteArray();
    }

    /** The same file with one part of it changed. */
    private static byte[] changed(byte[] file, String part, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return bytes.toByteArray();
    }

    private static Reading read(byte[] bytes) throws NotASheet {
        return Reading.of(bytes, KNOWN, Present.of(Projects.NONE));
    }

    private static String said(Reading reading, int project) {
        return reading.projects().get(project).updates().stream()
                .map(Json::write)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> faults(Reading reading) {
        return reading.projects().stream()
                .flatMap(project -> project.faults().stream())
                .map(fault -> fault.place() + " " + fault.code() + " " + fault.text())
                .toList();
    }
}
