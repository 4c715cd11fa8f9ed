package io.guatu.sheet;

import io.guatu.sheet.Grid.Row;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables that stand above or below the one that is read and have headings of their own: by its columns they would be read wrongly. */
final class OtherTables {
    private static final Headings PLAIN = new Headings(Map.of());
    /** The project's name and something of it. */
    private static final int FEWEST = 2;

    private OtherTables() {}

    /** Their first rows, in order. The same headings again, on the next page of a print, begin no other table. */
    static List<Integer> beside(Grid grid, Header header) {
        return grid.rows().stream()
                .filter(row -> row.number() < header.first() || row.number() > header.last())
                .filter(row -> heads(row) && !repeats(row, header))
                .map(Row::number)
                .toList();
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
