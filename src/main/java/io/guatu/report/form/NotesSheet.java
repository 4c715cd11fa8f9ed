package io.guatu.report.form;

import io.guatu.report.form.FormOrder.Notes;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What the ledger does not say, cell by cell, on a sheet behind the form's own. */
final class NotesSheet {
    private static final int CHARACTER = 256;
    private static final int[] WIDTHS = {18, 12, 26, 32, 30};

    private final XSSFWorkbook book;
    private final XSSFCellStyle bold;
    private final XSSFCellStyle plain;

    NotesSheet(XSSFWorkbook book) {
        this.book = book;
        XSSFFont font = book.createFont();
        font.setBold(true);
        bold = book.createCellStyle();
        bold.setFont(font);
        plain = book.createCellStyle();
        plain.setWrapText(true);
    }

    void add(Notes notes) {
        XSSFSheet sheet = book.createSheet(unused(notes.name()));
        line(sheet, 0, List.of(notes.title()), bold);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, notes.headings().size() - 1));
        line(sheet, 1, notes.headings(), bold);
        for (int i = 0; i < notes.rows().size(); i++) {
            line(sheet, 2 + i, notes.rows().get(i), plain);
        }
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * CHARACTER);
        }
        sheet.createFreezePane(0, 2);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private String unused(String name) {
        String safe = WorkbookUtil.createSafeSheetName(name);
        String free = safe;
        for (int i = 2; book.getSheet(free) != null; i++) {
            free = safe + i;
        }
        return free;
    }

    private static void line(XSSFSheet sheet, int number, List<String> texts, XSSFCellStyle style) {
        XSSFRow row = sheet.createRow(number);
        for (int i = 0; i < texts.size(); i++) {
            XSSFCell cell = row.createCell(i);
            cell.setCellValue(texts.get(i));
            cell.setCellStyle(style);
        }
    }
}
