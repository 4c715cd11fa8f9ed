package io.guatu.report.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;

/** Forms of different make, as counties send them out. */
public final class MadeForms {
    private final XSSFWorkbook book = new XSSFWorkbook();
    private XSSFSheet sheet;

    private MadeForms() {}

    /** Headings in two rows, three prepared rows, sums and shares by formula, conditions, a choice, a print area, who signs below. */
    public static byte[] monthly() {
        MadeForms made = new MadeForms();
        XSSFSheet sheet = made.sheet("月报", 6, 26, 12, 12, 12, 12, 30, 10);
        made.title("××县2025年12月重点项目建设进度表", 7);
        made.plain(1, 0, "填报单位：");
        made.plain(1, 6, "单位：万元");
        made.heads(2, "序号", "项目名称", "总投资", "投资完成情况", "", "占本县比重", "形象进度", "进度情况");
        made.heads(3, "", "", "", "本月完成", "年初累计", "", "", "");
        for (int column : new int[] {0, 1, 2, 5, 6, 7}) {
            sheet.addMergedRegion(new CellRangeAddress(2, 3, column, column));
        }
        sheet.addMergedRegion(new CellRangeAddress(2, 2, 3, 4));
        for (int row = 4; row < 7; row++) {
            made.boxes(row, 8);
            made.formula(row, 5, "IF(E$8=0,0,E" + (row + 1) + "/SUM(E$5:E$7))", "0.0%");
        }
        made.boxes(7, 8);
        made.text(7, 1, "合计");
        for (String column : new String[] {"C", "D", "E"}) {
            made.formula(7, column.charAt(0) - 'A', "SUM(" + column + "5:" + column + "7)", "#,##0.00");
        }
        made.formula(7, 5, "SUM(F5:F7)", "0.0%");
        made.plain(9, 1, "审核人：（签字）");
        made.plain(9, 6, "填报日期：    年  月  日");
        ConditionalFormattingRule late = sheet.getSheetConditionalFormatting()
                .createConditionalFormattingRule(ComparisonOperator.EQUAL, "\"严重滞后\"");
        late.createFontFormatting().setFontColorIndex(IndexedColors.RED.index);
        sheet.getSheetConditionalFormatting()
                .addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("H5:H7")}, late);
        XSSFDataValidationHelper helper = new XSSFDataValidationHelper(sheet);
        DataValidation choice = helper.createValidation(
                helper.createExplicitListConstraint(new String[] {"正常", "滞后", "严重滞后", "已完成", "久未报送"}),
                new CellRangeAddressList(4, 6, 7, 7));
        sheet.addValidationData(choice);
        made.later();
        sheet.setRepeatingRows(CellRangeAddress.valueOf("3:4"));
        made.book.setPrintArea(0, "$A$1:$H$10");
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        return made.bytes();
    }

    /** In the words of later programs: a bar in the shares, a choice out of what stands below. */
    private void later() {
        String list = """
                <extLst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                    xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
                    xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">
                <ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings>
                <x14:conditionalFormatting><x14:cfRule type="dataBar" id="{A}"><x14:dataBar><x14:cfvo type="min"/>
                <x14:cfvo type="max"/></x14:dataBar></x14:cfRule><xm:sqref>F5:F7</xm:sqref></x14:conditionalFormatting>
                </x14:conditionalFormattings></ext>
                <ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1">
                <x14:dataValidation type="list"><x14:formula1><xm:f>$B$20:$B$24</xm:f></x14:formula1>
                <xm:sqref>G5:G7 G10</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>""";
        try (XmlCursor to = sheet.getCTWorksheet().newCursor();
                XmlCursor from = XmlObject.Factory.parse(list).newCursor()) {
            to.toEndToken();
            from.copyXmlContents(to);
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One prepared row, columns numbered under the headings, yuan, sums of one cell, and a second sheet that takes them over. */
    public static byte[] statistics() {
        MadeForms made = new MadeForms();
        XSSFSheet sheet = made.sheet("投资", 26, 16, 16, 16);
        made.title("固定资产投资统计表", 3);
        made.plain(1, 3, "计量单位：元");
        made.heads(2, "项目名称", "计划总投资（元）", "本月完成投资（元）", "自开始建设累计完成投资（元）");
        made.heads(3, "甲", "1", "2", "3");
        made.boxes(4, 4);
        made.boxes(5, 4);
        made.text(5, 0, "合计");
        made.formula(5, 1, "SUM(B5)", "#,##0");
        made.formula(5, 2, "SUM(C5:C5)", "#,##0");
        made.formula(5, 3, "SUM(D$5:D5)", "#,##0");
        made.plain(7, 0, "单位负责人：");
        made.sheet = made.book.createSheet("汇总");
        made.plain(0, 0, "本月完成（万元）");
        made.formula(0, 1, "投资!C6/10000", "0.00");
        made.plain(1, 0, "项目个数");
        made.formula(1, 1, "COUNTA(投资!A5)", "0");
        made.plain(2, 0, "末行");
        made.formula(2, 1, "投资!B5", "0");
        made.sheet = sheet;
        return made.bytes();
    }

    /** One project on one page: labels and boxes, merged, with a percent and a day as the form writes them. */
    public static byte[] project() {
        MadeForms made = new MadeForms();
        XSSFSheet sheet = made.sheet("基本情况", 16, 22, 16, 22);
        made.title("重点项目基本情况表", 3);
        made.label(2, 0, "项目名称", 1, 3);
        made.label(3, 0, "项目法人", 1, 1);
        made.label(3, 2, "责任单位", 3, 3);
        made.label(4, 0, "总投资", 1, 1);
        made.label(4, 2, "完成年度计划", 3, 3);
        made.style(4, 3).setDataFormat(made.book.createDataFormat().getFormat("0.0%"));
        made.label(5, 0, "实际开工", 1, 1);
        made.style(5, 1).setDataFormat(made.book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
        made.label(5, 2, "包联领导", 3, 3);
        made.label(6, 0, "建设内容及规模", 1, 3);
        made.label(7, 0, "存在问题", 1, 3);
        sheet.getRow(6).setHeightInPoints(60);
        made.plain(9, 0, "今日：");
        made.formula(9, 1, "TODAY()", "yyyy-mm-dd");
        made.book.setPrintArea(0, "$A$1:$D$10");
        return made.bytes();
    }

    /** A formula that the file writes once for all rows, a table of the workbook's own, a label merged over all of them, notes far below. */
    public static byte[] shared() {
        MadeForms made = new MadeForms();
        XSSFSheet sheet = made.sheet("调度", 8, 26, 14, 14, 14, 24);
        made.title("重点项目调度表", 5);
        made.heads(1, "片区", "项目名称", "年度计划投资", "本年完成投资", "缺口", "存在的问题");
        for (int row = 2; row < 6; row++) {
            made.boxes(row, 6);
        }
        made.text(2, 0, "全镇");
        sheet.addMergedRegion(new CellRangeAddress(2, 5, 0, 0));
        for (int row = 2; row < 6; row++) {
            CTCellFormula formula = CTCellFormula.Factory.newInstance();
            formula.setT(STCellFormulaType.SHARED);
            formula.setSi(0);
            if (row == 2) {
                formula.setRef("E3:E6");
                formula.setStringValue("C3-D3");
            }
            made.cell(row, 4).getCTCell().setF(formula);
        }
        made.boxes(6, 6);
        made.text(6, 1, "小计");
        made.formula(6, 2, "C3+C4+C5+C6", "0.00");
        made.formula(6, 3, "SUBTOTAL(9,D3:D6)", "0.00");
        made.formula(6, 4, "SUM(E3:E6)", "0.00");
        sheet.createTable(new AreaReference("B2:F6", SpreadsheetVersion.EXCEL2007));
        sheet.setRowBreak(6);
        made.plain(8, 0, "注：缺口＝年度计划－本年完成。");
        sheet.addMergedRegion(new CellRangeAddress(8, 8, 0, 5));
        return made.bytes();
    }

    /** Two prepared rows, and below them sums that no word names; done since the start, and of it this year. */
    public static byte[] dispatch() {
        MadeForms made = new MadeForms();
        made.sheet("调度", 26, 12, 14, 14, 16);
        made.title("半月调度表", 4);
        made.heads(1, "项目名称", "总投资", "累计完成投资", "年度计划投资", "本年度已完成投资");
        for (int row = 2; row < 5; row++) {
            made.boxes(row, 5);
        }
        for (char column = 'B'; column <= 'E'; column++) {
            made.formula(4, column - 'A', "SUM(" + column + "3:" + column + "4)", "0.00");
        }
        return made.bytes();
    }

    /** Two rows a project, what is planned above what is done; a frozen head that prints on every page, a comment, a seal. */
    public static byte[] plannedAboveDone() {
        MadeForms made = new MadeForms();
        XSSFSheet sheet = made.sheet("计划", 6, 26, 10, 16, 12);
        made.title("重点项目计划完成对照表", 4);
        made.heads(1, "序号", "项目名称", "口径", "本年完成投资", "完成率");
        for (int row = 2; row < 6; row += 2) {
            made.boxes(row, 5);
            made.boxes(row + 1, 5);
            made.text(row, 2, "计划");
            made.text(row + 1, 2, "完成");
            made.formula(row + 1, 4, "D" + (row + 2) + "/D" + (row + 1), "0.0%");
            sheet.addMergedRegion(new CellRangeAddress(row, row + 1, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(row, row + 1, 1, 1));
        }
        for (int foot = 6; foot < 8; foot++) {
            made.boxes(foot, 5);
            made.text(foot, 0, "合计");
            made.formula(foot, 3, "SUMIF(C3:C6,\"" + (foot == 6 ? "计划" : "完成") + "\",D3:D6)", "0.00");
        }
        made.plain(9, 0, "审核人：");
        sheet.createFreezePane(0, 2);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:2"));
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFComment comment = drawing.createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 4, 1, 6, 4));
        comment.setString("填万元");
        made.cell(1, 3).setCellComment(comment);
        int seal = made.book.addPicture(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, XSSFWorkbook.PICTURE_TYPE_PNG);
        drawing.createPicture(new XSSFClientAnchor(0, 0, 0, 0, 3, 9, 4, 12), seal);
        return made.bytes();
    }

    private XSSFSheet sheet(String name, int... widths) {
        sheet = book.createSheet(name);
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * 256);
        }
        return sheet;
    }

    private void title(String text, int last) {
        XSSFCellStyle style = book.createCellStyle();
        XSSFFont font = book.createFont();
        font.setFontHeightInPoints((short) 18);
        font.setBold(true);
        style.setFont(font);
        style.setAlignment(HorizontalAlignment.CENTER);
        cell(0, 0).setCellValue(text);
        cell(0, 0).setCellStyle(style);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, last));
        sheet.getRow(0).setHeightInPoints(32);
    }

    private void heads(int row, String... texts) {
        boxes(row, texts.length);
        XSSFFont bold = book.createFont();
        bold.setBold(true);
        for (int i = 0; i < texts.length; i++) {
            XSSFCellStyle style = style(row, i);
            style.setFont(bold);
            style.setAlignment(HorizontalAlignment.CENTER);
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.index);
            style.setFillPattern(org.apache.poi.ss.usermodel.FillPatternType.SOLID_FOREGROUND);
            if (!texts[i].isEmpty()) {
                cell(row, i).setCellValue(texts[i]);
            }
        }
    }

    private void label(int row, int column, String text, int from, int to) {
        XSSFCellStyle box = box();
        for (int i = column; i <= to; i++) {
            cell(row, i).setCellStyle(box);
        }
        cell(row, column).setCellValue(text);
        if (to > from) {
            sheet.addMergedRegion(new CellRangeAddress(row, row, from, to));
        }
    }

    private void boxes(int row, int columns) {
        XSSFCellStyle box = box();
        for (int i = 0; i < columns; i++) {
            cell(row, i).setCellStyle(box);
        }
    }

    private XSSFCellStyle box() {
        XSSFCellStyle style = book.createCellStyle();
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private XSSFCellStyle style(int row, int column) {
        XSSFCellStyle own = book.createCellStyle();
        own.cloneStyleFrom(cell(row, column).getCellStyle());
        cell(row, column).setCellStyle(own);
        return own;
    }

    private void formula(int row, int column, String formula, String format) {
        cell(row, column).setCellFormula(formula);
        style(row, column).setDataFormat(book.createDataFormat().getFormat(format));
    }

    private void text(int row, int column, String text) {
        cell(row, column).setCellValue(text);
    }

    private void plain(int row, int column, String text) {
        cell(row, column).setCellValue(text);
    }

    private XSSFCell cell(int row, int column) {
        XSSFRow line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return line.getCell(column) == null ? line.createCell(column) : line.getCell(column);
    }

    private byte[] bytes() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
