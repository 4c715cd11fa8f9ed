package io.guatu.sheet;

import io.guatu.sheet.Grid.Row;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tables that stand above, below or beside the one that is read and have headings of their own: by its columns they would be read wrongly. */
final class OtherTables {
    private static final Headings PLAIN = new Headings(Map.of());
    /** The project's name and something of it. */
    private static final int FEWEST = 2;

    private static final int SHOWN = 5;

    private OtherTables() {}

    /** Their first rows, in order. The same headings again, on the next page of a print, begin no other table. */
    static List<Integer> beside(Grid grid, Header header) {
        return grid.rows().stream()
                .filter(row -> row.number() < header.first() || row.number() > header.last())
                .filter(row -> heads(row) && !repeats(row, header))
                .map(Row::number)
                .toList();
    }

    /** Those that begin with a second name in the same rows: each is named with what stands in it, and read when its columns are chosen. */
    static List<Fault> right(Grid grid, Header header, List<Column> columns) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i + 1 < columns.size(); i++) {
            Column name = columns.get(i);
            if (!name.known() && means(name) == Field.NAME && means(columns.get(i + 1)) != null) {
                List<String> called = grid.rows().stream()
                        .filter(row -> row.number() > header.last())
                        .map(row -> row.cell(name.index()).text())
                        .filter(text -> !text.isEmpty())
                        .toList();
                String shown = called.stream().limit(SHOWN).collect(Collectors.joining("、"))
                        + (called.size() > SHOWN ? "… (" + called.size() + ")" : "");
                faults.add(Fault.at(Cell.text(Cell.place(name.index(), header.last()), shown), "beside"));
            }
        }
        return faults;
    }

    private static Field means(Column column) {
        return PLAIN.of(column.heading()).field();
    }

    private static boolean heads(Row row) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (Cell cell : row.cells()) {
            Field field = cell.covered() ? null : PLAIN.of(cell.text()).field();
            if (field != null) {
                fields.add(field);
            }
        }
        return fields.contains(Field.NAME) && fields.size() >= FEWEST;
    }

    private static boolean repeats(Row row, Header header) {
        for (int index = 0; index < row.cells().size(); index++) {
            Cell cell = row.cell(index);
            Field field = cell.covered() ? null : PLAIN.of(cell.text()).field();
            if (field != null && !at(header, index, field, cell.text())) {
                return false;
            }
        }
        return true;
    }

    private static boolean at(Header header, int index, Field field, String text) {
        return header.columns().stream()
                .filter(column -> column.index() == index)
                .anyMatch(column -> column.field() == field || column.heading().contains(text));
    }
}
