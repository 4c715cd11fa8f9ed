package io.guatu.domain;

import java.util.List;

/**
 * What of a sheet of a foreign form is filled. {@code fill} is an expression of the room {@code form}.
 *
 * @param rows one for each project; null: none
 * @param cells each of its own; null: none
 */
public record FormSheet(String sheet, Rows rows, List<Cell> cells) {
    public FormSheet {
        cells = cells == null || cells.isEmpty() ? null : List.copyOf(cells);
    }

    public List<Cell> fixed() {
        return cells == null ? List.of() : cells;
    }

    /**
     * @param first its number as it stands at the edge, from 1
     * @param prepared how many the form has
     * @param where which projects, as a condition; null: all
     */
    public record Rows(int first, int prepared, String where, List<Column> columns) {
        public Rows {
            columns = List.copyOf(columns);
        }

        /** The number of the last that the form has. */
        public int last() {
            return first + prepared - 1;
        }
    }

    /**
     * @param column its letters
     * @param heading over it, without brackets, years and blanks, by which the next form knows it; null: none
     */
    public record Column(String column, String heading, String fill) {}

    /** @param cell its place, {@code B3} */
    public record Cell(String cell, String fill) {}
}
