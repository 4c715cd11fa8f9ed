package io.guatu.sheet;

import io.guatu.sheet.Grid.Merged;
import io.guatu.sheet.NotASheet.Why;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;

/** A workbook of Excel 97 to 2003, which WPS still writes where it is asked to. Formulas are read as they were worked out last. */
final class XlsReader {
    private final HSSFWorkbook book;
    private int cells;

    private XlsReader(HSSFWorkbook book) {
        this.book = book;
    }

    /** Its sheets in their order, those that it hides among them. */
    static List<Grid> read(byte[] bytes) throws NotASheet {
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(bytes))) {
            XlsReader reader = new XlsReader(book);
            List<Grid> grids = new ArrayList<>();
            for (int sheet = 0; sheet < Math.min(book.getNumberOfSheets(), Grid.MOST_SHEETS); sheet++) {
                boolean concealed = book.isSheetHidden(sheet) || book.isSheetVeryHidden(sheet);
                grids.add(reader.grid(book.getSheetAt(sheet), concealed));
            }
            return grids;
        } catch (EncryptedDocumentException | OldExcelFormatException e) {
            throw new NotASheet(Why.SHEET_OLD_OR_LOCKED, e);
        } catch (IOException | RuntimeException e) {
            // Another program's file, or a broken one: the library says so in many ways.
            throw new NotASheet(Why.SHEET_UNREADABLE, e);
        }
    }

    private Grid grid(HSSFSheet sheet, boolean concealed) throws NotASheet {
        List<Grid.Row> rows = new ArrayList<>();
        Set<Integer> hidden = new HashSet<>();
        for (Row each : sheet) {
            Grid.Row row = row(each);
            if (row.blank()) {
                continue;
            }
            rows.add(row);
            cells += row.cells().size();
            if (rows.size() > Grid.MOST_ROWS || cells > Grid.MOST_CELLS) {
                throw new NotASheet(Why.SHEET_TOO_LARGE);
            }
        }
        for (int column = 0; column < Grid.MOST_COLUMNS; column++) {
            if (sheet.isColumnHidden(column)) {
                hidden.add(column);
            }
        }
        List<Merged> merged = sheet.getMergedRegions().stream()
                .map(area -> new Merged(
                        area.getFirstColumn(), area.getFirstRow() + 1, area.getLastColumn(), area.getLastRow() + 1))
                .toList();
        return new Grid(sheet.getSheetName(), rows, hidden, concealed).merged(merged);
    }

    private Grid.Row row(Row row) throws NotASheet {
        List<Cell> read = new ArrayList<>();
        int number = row.getRowNum() + 1;
        for (org.apache.poi.ss.usermodel.Cell each : row) {
            int column = each.getColumnIndex();
            Grid.put(read, number, column, cell(each, Cell.place(column, number)));
        }
        return new Grid.Row(number, row.getZeroHeight(), read);
    }

    private Cell cell(org.apache.poi.ss.usermodel.Cell cell, String place) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                Numbers.cell(
                        place,
                        BigDecimal.valueOf(cell.getNumericCellValue()),
                        (int) cell.getCellStyle().getDataFormat(),
                        cell.getCellStyle().getDataFormatString(),
                        book.getInternalWorkbook().isUsing1904DateWindowing());
            case STRING -> Cell.text(place, cell.getStringCellValue());
            case BOOLEAN -> Cell.text(place, String.valueOf(cell.getBooleanCellValue()));
            case ERROR ->
                Cell.broken(place, FormulaError.forInt(cell.getErrorCellValue()).getString());
            default -> Cell.none(place);
        };
    }
}
