package io.guatu.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cells of one sheet. What a merged area shows stands in all of its cells.
 *
 * @param name of the sheet; empty where it has none
 * @param rows those in which something stands, in order
 * @param hidden columns that nobody sees, from 0
 * @param concealed whether the workbook hides the whole sheet
 */
record Grid(String name, List<Row> rows, Set<Integer> hidden, boolean concealed) {
    /** More than a list of a county's projects has; of a whole workbook the cells. */
    static final int MOST_ROWS = 6_000;

    static final int MOST_COLUMNS = 200;
    static final int MOST_CELLS = 200_000;
    static final int MOST_SHEETS = 50;

    /** Adds a cell that says something to those of its row; blank ones take the places before it. @param number of the row */
    static void put(List<Cell> cells, int number, int column, Cell cell) throws NotASheet {
        if (cell.blank()) {
            return;
        }
        if (column >= MOST_COLUMNS) {
            throw new NotASheet(NotASheet.Why.SHEET_TOO_LARGE);
        }
        while (cells.size() < column) {
            cells.add(Cell.none(Cell.place(cells.size(), number)));
        }
        cells.add(cell);
    }

    /** @param number from 1, as it stands at the edge of a sheet */
    record Row(int number, boolean hidden, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.none(Cell.place(column, number));
        }

        boolean blank() {
            return cells.stream().allMatch(Cell::blank);
        }

        /** How many cells say something, a merged area counted once. */
        long said() {
            return cells.stream()
                    .filter(cell -> !cell.blank() && !cell.covered())
                    .count();
        }
    }

    /** An area whose cells are one; columns from 0, rows from 1, all inclusive. */
    record Merged(int left, int top, int right, int bottom) {}

    Grid {
        rows = List.copyOf(rows);
        hidden = Set.copyOf(hidden);
    }

    int width() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    /** Its columns as rows: cells keep their places. */
    Grid turned() {
        List<Row> turned = new ArrayList<>();
        for (int column = 0; column < width(); column++) {
            List<Cell> cells = new ArrayList<>();
            for (Row row : rows) {
                cells.add(row.cell(column));
            }
            turned.add(new Row(column + 1, hidden.contains(column), cells));
        }
        return new Grid(name, turned, Set.of(), concealed);
    }

    /** The same with what each area shows in all of its cells. */
    Grid merged(List<Merged> areas) {
        Map<Integer, Integer> places = new HashMap<>();
        List<List<Cell>> cells = new ArrayList<>();
        for (Row row : rows) {
            places.put(row.number(), cells.size());
            cells.add(new ArrayList<>(row.cells()));
        }
        for (Merged area : areas) {
            if (!places.containsKey(area.top())) {
                continue;
            }
            Cell shown = rows.get(places.get(area.top())).cell(area.left());
            for (int number = area.top(); number <= area.bottom() && !shown.blank(); number++) {
                if (places.containsKey(number)) {
                    spread(shown, cells.get(places.get(number)), number, area);
                }
            }
        }
        List<Row> spread = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            spread.add(new Row(rows.get(i).number(), rows.get(i).hidden(), cells.get(i)));
        }
        return new Grid(name, spread, hidden, concealed);
    }

    private static void spread(Cell shown, List<Cell> row, int number, Merged area) {
        for (int column = area.left(); column <= area.right(); column++) {
            while (row.size() <= column) {
                row.add(Cell.none(Cell.place(row.size(), number)));
            }
            boolean first = column == area.left() && number == area.top();
            row.set(column, first ? shown.sharing() : shown.at(Cell.place(column, number)));
        }
    }
}
