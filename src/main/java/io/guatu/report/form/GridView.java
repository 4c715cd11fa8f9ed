package io.guatu.report.form;

import java.util.List;

/**
 * A sheet as it is looked at: the cells in which something stands, and what is merged. Rows and columns count from 1.
 *
 * @param rows how many are shown; {@code more}: there are others
 * @param widths of the columns in characters; 0: hidden
 * @param from the first row, of those that a form has for projects; null: nobody knows
 */
public record GridView(
        String name,
        int rows,
        int columns,
        boolean more,
        List<Integer> widths,
        List<Area> merged,
        List<Cell> cells,
        Proposal proposal) {

    public record Area(int row, int column, int rows, int columns) {}

    /**
     * @param look {@code left}, {@code center} or {@code right}
     * @param formula whether it is worked out by the workbook
     */
    public record Cell(int row, int column, String text, String look, boolean bold, boolean formula) {}

    /**
     * What the headings say belongs where; null where nothing was found.
     *
     * @param header the rows of the headings
     * @param first the first row for projects, {@code prepared}: how many there are
     * @param height how many of them a project takes: cells that are merged downwards say so
     */
    public record Proposal(
            List<Integer> header,
            Integer first,
            Integer prepared,
            Integer height,
            List<Column> columns,
            List<Place> cells) {}

    /** @param fill an expression; null: nobody knows. @param sure whether the heading says exactly this */
    public record Column(String column, String heading, String core, String fill, boolean sure) {}

    public record Place(String cell, String label, String fill) {}
}
