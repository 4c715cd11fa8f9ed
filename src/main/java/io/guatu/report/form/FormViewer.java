package io.guatu.report.form;

import io.guatu.report.form.GridView.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder.BorderSide;

/** A sheet as somebody looks at it: the beginning of a large one. */
final class FormViewer {
    static final int MOST_ROWS = 250;
    static final int MOST_COLUMNS = 60;
    private static final int LONGEST = 300;

    private final DataFormatter formatter = new DataFormatter(Locale.CHINA);

    FormViewer() {
        formatter.setUseCachedValuesForFormulaCells(true);
    }

    GridView view(XSSFSheet sheet, GridView.Proposal proposal) {
        int rows = 0;
        int columns = 0;
        List<GridView.Cell> cells = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                boolean said = cell.getCellType() != CellType.BLANK;
                if (said || styled(cell)) {
                    rows = Math.max(rows, row.getRowNum() + 1);
                    columns = Math.max(columns, cell.getColumnIndex() + 1);
                }
                if (said && row.getRowNum() < MOST_ROWS && cell.getColumnIndex() < MOST_COLUMNS) {
                    cells.add(cell((XSSFCell) cell));
                }
            }
        }
        int shownRows = Math.min(rows, MOST_ROWS);
        int shownColumns = Math.min(columns, MOST_COLUMNS);
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < shownColumns; i++) {
            widths.add(sheet.isColumnHidden(i) ? 0 : Math.max(2, sheet.getColumnWidth(i) / 256));
        }
        List<Area> merged = sheet.getMergedRegions().stream()
                .filter(area -> area.getFirstRow() < MOST_ROWS && area.getFirstColumn() < MOST_COLUMNS)
                .map(FormViewer::area)
                .toList();
        return new GridView(
                sheet.getSheetName(),
                shownRows,
                shownColumns,
                rows > shownRows || columns > shownColumns,
                widths,
                merged,
                cells,
                proposal);
    }

    String text(Cell cell) {
        try {
            String text = formatter.formatCellValue(cell);
            boolean day = (cell.getCellType() == CellType.NUMERIC || cell.getCellType() == CellType.FORMULA)
                    && cell.getCellStyle().getDataFormatString().contains("yy");
            return day ? text.replace("\"", "") : text; // 2026"年"3"月": the library leaves them in
        } catch (RuntimeException e) {
            return ""; // a format that nobody can follow
        }
    }

    private GridView.Cell cell(XSSFCell cell) {
        String text = text(cell);
        boolean number = cell.getCellType() == CellType.NUMERIC
                || cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.NUMERIC;
        HorizontalAlignment look = cell.getCellStyle().getAlignment();
        return new GridView.Cell(
                cell.getRowIndex() + 1,
                cell.getColumnIndex() + 1,
                text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text,
                look == HorizontalAlignment.CENTER || look == HorizontalAlignment.CENTER_SELECTION
                        ? "center"
                        : look == HorizontalAlignment.RIGHT || look == HorizontalAlignment.GENERAL && number
                                ? "right"
                                : "left",
                cell.getCellStyle().getFont().getBold(),
                cell.getCellType() == CellType.FORMULA);
    }

    /** Whether something is drawn where nothing stands: a prepared row. */
    /** Asked of the border itself: a style need not say that it applies its own, and programs other than Excel seldom do. */
    static boolean styled(Cell cell) {
        XSSFCell boxed = (XSSFCell) cell;
        XSSFCellBorder border = boxed.getSheet().getWorkbook().getStylesSource().getBorderAt((int)
                boxed.getCellStyle().getCoreXf().getBorderId());
        return drawn(border, BorderSide.BOTTOM) || drawn(border, BorderSide.TOP);
    }

    private static boolean drawn(XSSFCellBorder border, BorderSide side) {
        return border.getBorderStyle(side) != null && border.getBorderStyle(side) != BorderStyle.NONE;
    }

    private static Area area(CellRangeAddress area) {
        return new Area(
                area.getFirstRow() + 1,
                area.getFirstColumn() + 1,
                Math.min(area.getLastRow(), MOST_ROWS - 1) - area.getFirstRow() + 1,
                Math.min(area.getLastColumn(), MOST_COLUMNS - 1) - area.getFirstColumn() + 1);
    }
}
