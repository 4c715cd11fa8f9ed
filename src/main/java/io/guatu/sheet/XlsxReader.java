package io.guatu.sheet;

import io.guatu.sheet.NotASheet.Why;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A workbook of Excel 2007 or later. Formulas are read as they were worked out last. Takes a second for a large one. */
final class XlsxReader {
    private final boolean from1904;
    private int cells;

    private XlsxReader(boolean from1904) {
        this.from1904 = from1904;
    }

    static boolean isOldOrLocked(byte[] bytes) {
        return ReadableWorkbook.isOLE2Header(bytes);
    }

    static boolean isWorkbook(byte[] bytes) {
        return ReadableWorkbook.isOOXMLZipHeader(bytes);
    }

    /** Its sheets in their order, those that it hides among them. */
    static List<Grid> read(byte[] bytes) throws NotASheet {
        try (ZipFile zip = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .get();
                ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            Layout layout = Layout.read(zip);
            XlsxReader reader = new XlsxReader(book.isDate1904());
            List<Grid> grids = new ArrayList<>();
            for (Sheet sheet : book.getSheets().limit(Grid.MOST_SHEETS).toList()) {
                grids.add(reader.grid(sheet, layout.of(sheet.getId())));
            }
            return grids;
        } catch (IOException | XMLStreamException | UncheckedIOException | ExcelReaderException e) {
            throw new NotASheet(Why.SHEET_UNREADABLE, e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
            // What the library throws at XML that is no workbook's.
            throw new NotASheet(Why.SHEET_UNREADABLE, e);
        }
    }

    private Grid grid(Sheet sheet, Layout.Of layout) throws IOException, NotASheet {
        List<Grid.Row> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> each = stream.iterator(); each.hasNext(); ) {
                Grid.Row row = row(each.next());
                if (row.blank()) {
                    continue;
                }
                rows.add(row);
                cells += row.cells().size();
                if (rows.size() > Grid.MOST_ROWS || cells > Grid.MOST_CELLS) {
                    throw new NotASheet(Why.SHEET_TOO_LARGE);
                }
            }
        }
        boolean concealed = sheet.getVisibility() != SheetVisibility.VISIBLE;
        return new Grid(sheet.getName(), rows, layout.hidden(), concealed).merged(layout.merged());
    }

    private Grid.Row row(Row row) throws NotASheet {
        List<Cell> read = new ArrayList<>();
        int number = row.getRowNum();
        for (int column = 0; column < row.getCellCount(); column++) {
            org.dhatim.fastexcel.reader.Cell cell = row.getCell(column);
            if (cell != null) {
                Grid.put(read, number, column, cell(cell, Cell.place(column, number)));
            }
        }
        return new Grid.Row(number, row.isHidden(), read);
    }

    private Cell cell(org.dhatim.fastexcel.reader.Cell cell, String place) {
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.ERROR) {
            return Cell.broken(place, raw);
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return Numbers.cell(place, number, cell.getDataFormatId(), cell.getDataFormatString(), from1904);
        }
        if (cell.getType() == CellType.FORMULA) {
            return formula(cell, raw, place);
        }
        return Cell.text(place, cell.getText());
    }

    /** As it was worked out last; one that a program wrote and nobody opened was not. */
    private Cell formula(org.dhatim.fastexcel.reader.Cell cell, String raw, String place) {
        if (raw == null || raw.isEmpty()) {
            return Cell.broken(place, "=" + cell.getFormula());
        }
        if (raw.startsWith("#")) {
            return Cell.broken(place, raw);
        }
        try {
            return Numbers.cell(
                    place, new BigDecimal(raw), cell.getDataFormatId(), cell.getDataFormatString(), from1904);
        } catch (NumberFormatException e) {
            return Cell.text(place, raw);
        }
    }
}
