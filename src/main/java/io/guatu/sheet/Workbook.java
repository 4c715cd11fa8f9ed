package io.guatu.sheet;

import io.guatu.sheet.NotASheet.Why;
import java.util.List;

/** A file, or what was pasted, as its sheets. */
record Workbook(List<Grid> grids) {
    /** Bytes by which a file says what it is. */
    private static final int SIGNATURE = 8;

    Workbook {
        grids = List.copyOf(grids);
    }

    /** Told by its first bytes, whatever it is called. @throws NotASheet when there is nothing in it that can be read */
    static Workbook read(byte[] bytes) throws NotASheet {
        if (bytes.length >= SIGNATURE && XlsxReader.isOldOrLocked(bytes)) {
            throw new NotASheet(Why.SHEET_OLD_OR_LOCKED);
        }
        List<Grid> grids = bytes.length >= SIGNATURE && XlsxReader.isWorkbook(bytes)
                ? XlsxReader.read(bytes)
                : List.of(TextReader.read(bytes));
        List<Grid> filled =
                grids.stream().filter(grid -> !grid.rows().isEmpty()).toList();
        if (filled.isEmpty()) {
            throw new NotASheet(Why.SHEET_EMPTY);
        }
        return new Workbook(filled);
    }
}
