package io.guatu.report.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.ledger.Json;
import io.guatu.report.form.FormOrder.Fixed;
import io.guatu.report.form.FormOrder.Rows;
import io.guatu.report.form.FormOrder.Value;
import io.guatu.report.form.NotAForm.Why;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;

/** Foreign forms are filled and stay what they are. */
class FormErrandTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    /** In a project's only row. */
    private static List<FormOrder.Column> columns(String... letters) {
        return Arrays.stream(letters).map(each -> new FormOrder.Column(each, 0)).toList();
    }

    private static Value text(String text) {
        return new Value(text, null, null, false);
    }

    private static Value number(double number) {
        return new Value(null, BigDecimal.valueOf(number), null, false);
    }

    private static FormReading read(byte[] form) throws NotAForm {
        byte[] json = FormErrand.done(FormErrand.order(form, new FormErrand.Asked(Map.of(), Map.of(), null)));
        return Json.read(new String(json, StandardCharsets.UTF_8), FormReading.class);
    }

    private static byte[] filled(byte[] form, FormOrder.Sheet... sheets) throws NotAForm {
        return FormErrand.done(
                FormErrand.order(form, new FormErrand.Asked(null, null, new FormOrder(List.of(sheets), DAY, null))));
    }

    private static FormErrand.Looks looks(byte[] done) {
        ByteBuffer buffer = ByteBuffer.wrap(done);
        byte[] json = new byte[buffer.getInt()];
        buffer.get(json);
        return Json.read(new String(json, StandardCharsets.UTF_8), FormErrand.Looks.class);
    }

    private static byte[] workbook(byte[] done) {
        return Arrays.copyOfRange(done, Integer.BYTES + ByteBuffer.wrap(done).getInt(), done.length);
    }

    private static XSSFWorkbook book(byte[] done) throws Exception {
        // To be looked at with other programs.
        String keep = System.getProperty("guatu.forms");
        if (keep != null) {
            Files.write(Path.of(keep, "form-" + done.length + ".xlsx"), workbook(done));
        }
        return new XSSFWorkbook(new ByteArrayInputStream(workbook(done)));
    }

    private static XSSFCell cell(XSSFWorkbook book, String sheet, String place) {
        CellReference at = new CellReference(place);
        return book.getSheet(sheet).getRow(at.getRow()).getCell(at.getCol());
    }

    private static FormOrder.Sheet monthly(int projects) {
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 1; i <= projects; i++) {
            rows.add(Arrays.asList(
                    number(i),
                    text(i == 2 ? "=1+1" : "项目" + i),
                    number(1000 * i),
                    i == 3 ? null : number(10),
                    number(100),
                    text("路基" + i),
                    text("正常")));
        }
        return new FormOrder.Sheet(
                "月报",
                new Rows(5, 3, 1, columns("A", "B", "C", "D", "E", "G", "H"), rows),
                List.of(new Fixed("A1", text("大关镇2026年3月重点项目建设进度表")), new Fixed("G10", text("填报日期：2026-03-31"))));
    }

    private static Map<String, String> fills(List<GridView.Column> columns) {
        return columns.stream()
                .filter(column -> column.fill() != null)
                .collect(Collectors.toMap(GridView.Column::column, GridView.Column::fill));
    }

    @Test
    void headings_in_two_rows_say_what_belongs_where() throws Exception {
        GridView.Proposal proposal = read(MadeForms.monthly()).sheets().get(0).proposal();
        assertEquals(List.of(4), proposal.header());
        assertEquals(5, proposal.first());
        assertEquals(3, proposal.prepared());
        assertEquals(
                Map.of(
                        "A",
                        "number",
                        "B",
                        "name",
                        "C",
                        "total",
                        "D",
                        "completed",
                        "E",
                        "this-year",
                        "G",
                        "reached",
                        "H",
                        "state"),
                fills(proposal.columns()));
        assertEquals(
                Map.of(
                        "A1", "\"××县\" & 年份 & \"年\" & 月份 & \"月\" & \"重点项目建设进度表\"",
                        "A2", "\"填报单位：\" & 填报单位",
                        "G10", "\"填报日期：\" & 填报日期"),
                proposal.cells().stream().collect(Collectors.toMap(GridView.Place::cell, GridView.Place::fill)));
    }

    @Test
    void money_is_proposed_in_the_unit_of_the_form_and_numbered_columns_are_passed_over() throws Exception {
        GridView.Proposal proposal =
                read(MadeForms.statistics()).sheets().get(0).proposal();
        assertEquals(5, proposal.first());
        assertEquals(1, proposal.prepared());
        assertEquals(
                Map.of("A", "name", "B", "总投资 * 10000", "C", "本月完成投资 * 10000", "D", "开工累计完成 * 10000"),
                fills(proposal.columns()));
    }

    @Test
    void a_row_of_sums_without_a_name_is_no_project_and_what_is_summed_beside_the_year_is_all_since_it_began()
            throws Exception {
        GridView.Proposal proposal = read(MadeForms.dispatch()).sheets().get(0).proposal();
        assertEquals(2, proposal.prepared());
        assertEquals(
                Map.of("A", "name", "B", "total", "C", "since-start", "D", "planned", "E", "this-year"),
                fills(proposal.columns()));
    }

    @Test
    void what_the_form_computes_in_the_second_row_of_a_project_is_not_filled_in_its_first() throws Exception {
        GridView.Proposal proposal =
                read(MadeForms.plannedAboveDone()).sheets().get(0).proposal();
        assertEquals(2, proposal.height());
        assertEquals(Map.of("A", "number", "B", "name", "D", "this-year"), fills(proposal.columns()));
    }

    /** Excel draws the border of a style that does not say it applies one; programs that write such styles are many. */
    @Test
    void a_box_is_a_box_by_its_border_whether_or_not_its_style_says_that_it_applies_one() throws Exception {
        byte[] form;
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(MadeForms.statistics()));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (CTXf style :
                    book.getStylesSource().getCTStylesheet().getCellXfs().getXfList()) {
                if (style.isSetApplyBorder()) {
                    style.unsetApplyBorder();
                }
            }
            book.write(out);
            form = out.toByteArray();
        }
        assertEquals(5, read(form).sheets().get(0).proposal().first());
    }

    @Test
    void a_form_about_one_project_is_known_by_its_labels() throws Exception {
        GridView.Proposal proposal = read(MadeForms.project()).sheets().get(0).proposal();
        assertEquals(
                Map.of(
                        "B3",
                        "name",
                        "B4",
                        "owner",
                        "D4",
                        "unit",
                        "B5",
                        "total",
                        "D5",
                        "rate",
                        "B6",
                        "started",
                        "D6",
                        "lead",
                        "B7",
                        "content",
                        "B8",
                        "problems"),
                proposal.cells().stream().collect(Collectors.toMap(GridView.Place::cell, GridView.Place::fill)));
    }

    @Test
    void more_projects_than_rows_push_down_what_stands_below_and_sums_count_them() throws Exception {
        byte[] done = filled(MadeForms.monthly(), monthly(7));
        try (XSSFWorkbook book = book(done)) {
            XSSFSheet sheet = book.getSheet("月报");
            assertEquals("SUM(C5:C11)", cell(book, "月报", "C12").getCellFormula());
            assertEquals(28_000, cell(book, "月报", "C12").getNumericCellValue());
            assertEquals("SUM(F5:F11)", cell(book, "月报", "F12").getCellFormula());
            assertEquals(
                    "IF(E$12=0,0,E11/SUM(E$5:E$11))", cell(book, "月报", "F11").getCellFormula());
            assertEquals(1, cell(book, "月报", "F12").getNumericCellValue(), 1e-9);
            assertEquals("项目7", cell(book, "月报", "B11").getStringCellValue());
            assertEquals("填报日期：2026-03-31", cell(book, "月报", "G14").getStringCellValue());
            assertEquals("审核人：（签字）", cell(book, "月报", "B14").getStringCellValue());
            assertEquals(
                    cell(book, "月报", "B7").getCellStyle(),
                    cell(book, "月报", "B11").getCellStyle());
            assertEquals("月报!$A$1:$H$14", book.getPrintArea(0));
            assertEquals("3:4", sheet.getRepeatingRows().formatAsString());
            assertEquals(
                    "H5:H11",
                    sheet.getSheetConditionalFormatting()
                            .getConditionalFormattingAt(0)
                            .getFormattingRanges()[0]
                            .formatAsString());
            assertEquals(
                    "H5:H11",
                    sheet.getDataValidations()
                            .get(0)
                            .getRegions()
                            .getCellRangeAddresses()[0]
                            .formatAsString());
            assertEquals(8, sheet.getNumMergedRegions());
            assertEquals(26 * 256, sheet.getColumnWidth(1));
            String later = sheet.getCTWorksheet().xmlText();
            assertTrue(later.contains(">F5:F11<"), "the bars of a later program");
            assertTrue(later.contains(">G5:G11 G14<") && later.contains(">$B$24:$B$28<"), "its choices");
        }
        assertEquals(List.of(), looks(done).unsure());
    }

    @Test
    void what_is_not_known_stays_empty_and_what_looks_like_a_formula_stays_a_text() throws Exception {
        try (XSSFWorkbook book = book(filled(MadeForms.monthly(), monthly(2)))) {
            assertEquals(CellType.STRING, cell(book, "月报", "B6").getCellType());
            assertEquals("=1+1", cell(book, "月报", "B6").getStringCellValue());
            assertEquals(CellType.BLANK, cell(book, "月报", "B7").getCellType());
            assertEquals("SUM(C5:C7)", cell(book, "月报", "C8").getCellFormula());
            assertEquals(3000, cell(book, "月报", "C8").getNumericCellValue());
        }
        try (XSSFWorkbook book = book(filled(MadeForms.monthly(), monthly(3)))) {
            assertEquals(CellType.BLANK, cell(book, "月报", "D7").getCellType());
            assertEquals(20, cell(book, "月报", "D8").getNumericCellValue());
        }
    }

    @Test
    void the_only_prepared_row_becomes_as_many_as_there_are() throws Exception {
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            rows.add(List.of(text("项目" + i), number(10_000 * i), number(10_000), number(20_000)));
        }
        byte[] done = filled(
                MadeForms.statistics(),
                new FormOrder.Sheet("投资", new Rows(5, 1, 1, columns("A", "B", "C", "D"), rows), List.of()));
        try (XSSFWorkbook book = book(done)) {
            assertEquals("SUM(B5:B7)", cell(book, "投资", "B8").getCellFormula());
            assertEquals(60_000, cell(book, "投资", "B8").getNumericCellValue());
            assertEquals(30_000, cell(book, "投资", "C8").getNumericCellValue());
            assertEquals("SUM(D$5:D7)", cell(book, "投资", "D8").getCellFormula());
            assertEquals(3, cell(book, "汇总", "B1").getNumericCellValue());
            assertEquals("投资!C8/10000", cell(book, "汇总", "B1").getCellFormula());
            assertEquals(3, cell(book, "汇总", "B2").getNumericCellValue());
        }
        assertEquals(List.of("汇总!B3"), looks(done).unsure());
    }

    @Test
    void a_formula_that_is_written_once_is_right_in_every_row() throws Exception {
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            rows.add(List.of(text("项目" + i), number(100), number(10 * i), text("无")));
        }
        byte[] done = filled(
                MadeForms.shared(),
                new FormOrder.Sheet("调度", new Rows(3, 4, 1, columns("B", "C", "D", "F"), rows), List.of()));
        try (XSSFWorkbook book = book(done)) {
            assertEquals("C8-D8", cell(book, "调度", "E8").getCellFormula());
            assertEquals(40, cell(book, "调度", "E8").getNumericCellValue());
            assertEquals(390, cell(book, "调度", "E9").getNumericCellValue());
            assertEquals("SUBTOTAL(9,D3:D8)", cell(book, "调度", "D9").getCellFormula());
            List<String> merged = book.getSheet("调度").getMergedRegions().stream()
                    .map(CellRangeAddress::formatAsString)
                    .sorted()
                    .toList();
            assertEquals(List.of("A11:F11", "A1:F1", "A3:A8"), merged);
            assertArrayEquals(new int[] {8}, book.getSheet("调度").getRowBreaks());
            assertEquals(
                    "B2:F8", book.getSheet("调度").getTables().get(0).getCTTable().getRef());
        }
        assertEquals(List.of("调度!C9"), looks(done).unsure(), "C3+C4+C5+C6 does not count the rows that came");
    }

    @Test
    void a_project_may_take_two_rows_and_each_more_project_takes_two_like_them() throws Exception {
        byte[] form = MadeForms.plannedAboveDone();
        GridView.Proposal proposal = read(form).sheets().get(0).proposal();
        assertEquals(List.of(3, 4, 2), List.of(proposal.first(), proposal.prepared(), proposal.height()));
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            String name = i == 3 ? "新型环保注塑制品智能生产线".repeat(6) : "项目" + i;
            rows.add(List.of(number(i), text(name), number(100 * i), number(60 * i)));
        }
        List<FormOrder.Column> columns = List.of(
                new FormOrder.Column("A", 0),
                new FormOrder.Column("B", 0),
                new FormOrder.Column("D", 0),
                new FormOrder.Column("D", 1));
        byte[] done = filled(form, new FormOrder.Sheet("计划", new Rows(3, 4, 2, columns, rows), List.of()));
        try (XSSFWorkbook book = book(done)) {
            XSSFSheet sheet = book.getSheet("计划");
            assertTrue(sheet.getRow(6).getHeightInPoints() > 2 * sheet.getRow(4).getHeightInPoints());
            assertEquals(
                    sheet.getRow(6).getHeightInPoints(),
                    sheet.getRow(7).getHeightInPoints(),
                    "both rows of one project");
            assertEquals("项目5", cell(book, "计划", "B11").getStringCellValue());
            assertEquals(500, cell(book, "计划", "D11").getNumericCellValue());
            assertEquals(300, cell(book, "计划", "D12").getNumericCellValue());
            assertEquals(0.6, cell(book, "计划", "E12").getNumericCellValue(), 1e-9);
            assertEquals("D12/D11", cell(book, "计划", "E12").getCellFormula());
            assertEquals("SUMIF(C3:C12,\"计划\",D3:D12)", cell(book, "计划", "D13").getCellFormula());
            assertEquals(1500, cell(book, "计划", "D13").getNumericCellValue());
            assertEquals(900, cell(book, "计划", "D14").getNumericCellValue());
            assertTrue(
                    sheet.getMergedRegions().stream()
                            .map(CellRangeAddress::formatAsString)
                            .toList()
                            .containsAll(List.of("A3:A4", "B5:B6", "A11:A12", "B11:B12")),
                    () -> "" + sheet.getMergedRegions());
            // What a form brings along is there as before.
            assertEquals(2, sheet.getPaneInformation().getHorizontalSplitPosition());
            assertEquals(
                    "填万元",
                    sheet.getCellComment(new CellAddress("D2")).getString().getString());
            assertEquals(1, book.getAllPictures().size());
            assertEquals("$1:$2", sheet.getRepeatingRows().formatAsString().replaceAll("([0-9]+)", "\\$$1"));
            assertEquals(
                    15,
                    ((XSSFClientAnchor) sheet.getDrawingPatriarch().getShapes().stream()
                                    .filter(XSSFPicture.class::isInstance)
                                    .findFirst()
                                    .orElseThrow()
                                    .getAnchor())
                            .getRow1(),
                    "a seal stays beside who signs");
        }
    }

    @Test
    void percents_and_days_are_written_as_the_form_writes_them() throws Exception {
        byte[] done = filled(
                MadeForms.project(),
                new FormOrder.Sheet(
                        "基本情况",
                        null,
                        List.of(
                                new Fixed("B3", text("何畈下穿")),
                                new Fixed("D5", new Value(null, BigDecimal.valueOf(45.5), null, true)),
                                new Fixed("B6", new Value(null, null, LocalDate.of(2025, 6, 1), false)),
                                new Fixed("B5", new Value(null, null, LocalDate.of(2025, 6, 1), false)))));
        List<GridView.Cell> cells = looks(done).sheets().get(0).cells();
        assertTrue(cells.stream().anyMatch(cell -> cell.text().equals("45.5%")), cells::toString);
        assertTrue(cells.stream().anyMatch(cell -> cell.text().equals("2025年6月1日")), cells::toString);
        assertTrue(cells.stream().anyMatch(cell -> cell.text().equals("2025-06-01")), cells::toString);
        assertTrue(cells.stream().anyMatch(cell -> cell.text().equals("2026-03-31")), "today is the day of the form");
        try (XSSFWorkbook book = book(done)) {
            assertEquals("TODAY()", cell(book, "基本情况", "B10").getCellFormula());
        }
    }

    @Test
    void the_same_filling_is_the_same_to_the_byte() throws Exception {
        byte[] form = MadeForms.monthly();
        assertArrayEquals(filled(form, monthly(7)), filled(form, monthly(7)));
    }

    @Test
    void what_cannot_be_filled_is_refused_with_its_reason() throws Exception {
        assertEquals(Why.FORM_UNREADABLE, why("不是表".getBytes(StandardCharsets.UTF_8)));
        byte[] cut = Arrays.copyOf(MadeForms.monthly(), 3000);
        assertEquals(Why.FORM_UNREADABLE, why(cut));
        assertEquals(Why.FORM_WITH_MACROS, why(with("xl/vbaProject.bin", new byte[10])));
        assertEquals(Why.FORM_TOO_LARGE, why(with("xl/media/image1.png", new byte[42 * 1024 * 1024])));
        try (HSSFWorkbook old = new HSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            old.createSheet();
            old.write(bytes);
            assertEquals(Why.FORM_OLD, why(bytes.toByteArray()));
        }
        assertEquals(Why.FORM_LOCKED, why(locked()));
        NotAForm none = assertThrows(
                NotAForm.class, () -> filled(MadeForms.monthly(), new FormOrder.Sheet("无此表", null, List.of())));
        assertEquals(Why.FORM_NO_SHEET, none.why());
    }

    private static Why why(byte[] bytes) {
        return assertThrows(NotAForm.class, () -> read(bytes)).why();
    }

    private static byte[] with(String part, byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(MadeForms.monthly()));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(each.getName()));
                in.transferTo(out);
            }
            out.putNextEntry(new ZipEntry(part));
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] locked() throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(file)) {
                out.write(MadeForms.monthly());
            }
            file.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }
}
