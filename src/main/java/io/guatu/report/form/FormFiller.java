package io.guatu.report.form;

import io.guatu.report.form.FormOrder.Fixed;
import io.guatu.report.form.FormOrder.Rows;
import io.guatu.report.form.FormOrder.Value;
import io.guatu.report.form.NotAForm.Why;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes what is ordered into the cells of a form, and leaves everything else as it was made. */
final class FormFiller {
    /** Of a text in a cell. */
    private static final int LONGEST = 32_000;

    private final XSSFWorkbook book;
    private final FormFormulas formulas;
    private final Map<Integer, XSSFCellStyle> dated = new HashMap<>();

    FormFiller(XSSFWorkbook book) {
        this.book = book;
        this.formulas = new FormFormulas(book);
    }

    /** @return cells whose formula may not count every row that was added */
    List<String> fill(FormOrder order) throws NotAForm {
        formulas.apart();
        for (FormOrder.Sheet each : order.sheets()) {
            XSSFSheet sheet = book.getSheet(each.sheet());
            if (sheet == null) {
                throw new NotAForm(Why.FORM_NO_SHEET);
            }
            for (Fixed fixed : each.cells()) {
                CellReference place = new CellReference(fixed.cell());
                write(sheet, place.getRow(), place.getCol(), fixed.value());
            }
            if (each.rows() != null) {
                rows(sheet, each.rows());
            }
        }
        formulas.workOut(order.today());
        if (order.notes() != null) {
            new NotesSheet(book).add(order.notes());
        }
        return formulas.unsure();
    }

    private void rows(XSSFSheet sheet, Rows rows) {
        int first = rows.first() - 1;
        int last = first + rows.prepared() - 1;
        if (rows.added() > 0) {
            new RowInsertion(sheet, formulas, last, rows.added(), rows.height()).insert();
            formulas.grow(new Growth(sheet.getSheetName(), first, last, rows.added()));
        }
        int all = Math.max(rows.prepared() / rows.height(), rows.values().size());
        for (int i = 0; i < all; i++) {
            int top = first + i * rows.height();
            for (int c = 0; c < rows.columns().size(); c++) {
                FormOrder.Column column = rows.columns().get(c);
                Value value = i < rows.values().size() ? rows.values().get(i).get(c) : null;
                write(sheet, top + column.below(), CellReference.convertColStringToIndex(column.letters()), value);
            }
            RowHeight.fit(sheet, top, rows.height());
        }
    }

    private void write(XSSFSheet sheet, int row, int column, Value value) {
        int atRow = row;
        int atColumn = column;
        for (CellRangeAddress area : sheet.getMergedRegions()) {
            if (area.isInRange(row, column)) {
                atRow = area.getFirstRow();
                atColumn = area.getFirstColumn();
            }
        }
        XSSFRow line = sheet.getRow(atRow) == null ? sheet.createRow(atRow) : sheet.getRow(atRow);
        XSSFCell cell = line.getCell(atColumn);
        if (cell == null) {
            cell = line.createCell(atColumn);
        }
        if (cell.isPartOfArrayFormulaGroup()) {
            return;
        }
        cell.setBlank();
        if (value != null) {
            write(cell, value);
        }
    }

    private void write(XSSFCell cell, Value value) {
        if (value.number() != null) {
            boolean hundredths =
                    value.percent() && cell.getCellStyle().getDataFormatString().contains("%");
            cell.setCellValue((hundredths ? value.number().movePointLeft(2) : value.number()).doubleValue());
        } else if (value.day() != null) {
            cell.setCellValue(value.day());
            if (!DateUtil.isCellDateFormatted(cell)) {
                cell.setCellStyle(dated(cell.getCellStyle()));
            }
        } else {
            // As a text, whatever it looks like.
            cell.setCellValue(seen(value.text()));
        }
    }

    private CellStyle dated(XSSFCellStyle of) {
        return dated.computeIfAbsent((int) of.getIndex(), first -> {
            XSSFCellStyle style = book.createCellStyle();
            style.cloneStyleFrom(of);
            style.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            return style;
        });
    }

    /** Without what no workbook can hold. */
    private static String seen(String text) {
        String plain = text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }
}
