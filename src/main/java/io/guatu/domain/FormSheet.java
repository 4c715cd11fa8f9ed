package io.guatu.domain;

import java.util.List;

/**
 * What of a sheet of a foreign form is filled. {@code fill} is an expression of the room {@code form}.
 *
 * @param rows one for each project, or as many as its {@code height}; null: none
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
     * @param prepared how many the form has, all together
     * @param height how many each project takes: what is planned above what is done; null: one
     * @param where which projects, as a condition; null: all
     */
    public record Rows(int first, int prepared, String where, Integer height, List<Column> columns) {
        public Rows {
            columns = List.copyOf(columns);
        }

        /** How many rows a project takes. */
        public int each() {
            return height == null ? 1 : height;
        }

        /** For how many projects the form has rows. */
        public int room() {
            return prepared / each();
        }

        /** The number of the last row that a project has; what does not make up another project's is no project's. */
        public int last() {
            return first + room() * each() - 1;
        }
    }

    /**
     * @param column its letters
     * @param line which of a project's rows, from 1; null: the first
     * @param heading over it, without brackets, years and blanks, by which the next form knows it; null: none
     */
    public record Column(String column, Integer line, String heading, String fill) {
        /** How many rows below the project's first. */
        public int below() {
            return line == null ? 0 : line - 1;
        }
    }

    /** @param cell its place, {@code B3} */
    public record Cell(String cell, String fill) {}
}
