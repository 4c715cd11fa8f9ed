package io.guatu.report.form;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A row is as high as the longest text that was written into it needs; never lower than its office made it. */
final class RowHeight {
    private static final double LINE = 1.35;
    /** In points, as workbooks have it. */
    private static final double HIGHEST = 400;

    private static final int CHARACTER = 256;

    private RowHeight() {}

    /** The rows of one project: a text in a cell that is merged over several has the height of all of them. */
    static void fit(XSSFSheet sheet, int first, int rows) {
        for (int number = first; number < first + rows; number++) {
            XSSFRow row = sheet.getRow(number);
            raise(row, longest(row, 1));
        }
        for (int over = 2; over <= rows; over++) {
            double have = 0;
            for (int number = first; number < first + over; number++) {
                have += sheet.getRow(number).getHeightInPoints();
            }
            double lacking = longest(sheet.getRow(first), over) - have;
            for (int number = first; lacking > 0 && number < first + over; number++) {
                raise(sheet.getRow(number), sheet.getRow(number).getHeightInPoints() + lacking / over);
            }
        }
    }

    /** Of the cells that are merged over so many rows. */
    private static double longest(XSSFRow row, int over) {
        double needed = 0;
        for (Cell each : row) {
            if (each.getCellType() == CellType.STRING && each.getCellStyle().getWrapText()) {
                CellRangeAddress area = area((XSSFCell) each);
                if (area.getLastRow() - area.getFirstRow() + 1 == over) {
                    needed = Math.max(needed, height((XSSFCell) each));
                }
            }
        }
        return needed;
    }

    /** Whether somebody chose its height stays as it is: a program may still find a better one. */
    private static void raise(XSSFRow row, double needed) {
        if (needed > row.getHeightInPoints()) {
            row.getCTRow().setHt(Math.min(needed, HIGHEST));
        }
    }

    private static double height(XSSFCell cell) {
        double width = Math.max(2, width(cell) - 1);
        long lines = cell.getStringCellValue()
                .lines()
                .mapToLong(line -> Math.max(1, (long) Math.ceil(wide(line) / width)))
                .sum();
        return lines < 2 ? 0 : lines * cell.getCellStyle().getFont().getFontHeightInPoints() * LINE + 2;
    }

    /** In characters of eleven points, of all columns that the cell has. */
    private static double width(XSSFCell cell) {
        XSSFSheet sheet = cell.getSheet();
        CellRangeAddress area = area(cell);
        double width = 0;
        for (int column = area.getFirstColumn(); column <= area.getLastColumn(); column++) {
            width += sheet.getColumnWidth(column) / (double) CHARACTER;
        }
        return width * 11 / cell.getCellStyle().getFont().getFontHeightInPoints();
    }

    private static CellRangeAddress area(XSSFCell cell) {
        return cell.getSheet().getMergedRegions().stream()
                .filter(each -> each.isInRange(cell))
                .findFirst()
                .orElse(new CellRangeAddress(
                        cell.getRowIndex(), cell.getRowIndex(), cell.getColumnIndex(), cell.getColumnIndex()));
    }

    private static long wide(String text) {
        return text.codePoints().map(each -> each < 0x2E80 ? 1 : 2).sum();
    }
}
