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

    List<String> names() {
        return grids.stream().map(Grid::name).toList();
    }

    /** Those that it hides: read only when somebody asks for one. */
    List<String> concealed() {
        return grids.stream().filter(Grid::concealed).map(Grid::name).toList();
    }

    /** Those that one sees; where it hides all, all. */
    List<Grid> seen() {
        List<Grid> seen = grids.stream().filter(grid -> !grid.concealed()).toList();
        return seen.isEmpty() ? grids : seen;
    }

    /** Told by its first bytes, whatever it is called. @throws NotASheet when there is nothing in it that can be read */
    static Workbook read(byte[] bytes) throws NotASheet {
        List<Grid> filled =
                grids(bytes).stream().filter(grid -> !grid.rows().isEmpty()).toList();
        if (filled.isEmpty()) {
            throw new NotASheet(Why.SHEET_EMPTY);
        }
        return new Workbook(filled);
    }

    private static List<Grid> grids(byte[] bytes) throws NotASheet {
        if (bytes.length >= SIGNATURE && XlsxReader.isWorkbook(bytes)) {
            return XlsxReader.read(bytes);
        }
        return bytes.length >= SIGNATURE && XlsxReader.isOldOrLocked(bytes)
                ? XlsReader.read(bytes)
                : TextReader.read(bytes);
    }
}
