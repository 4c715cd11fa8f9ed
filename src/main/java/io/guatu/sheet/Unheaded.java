package io.guatu.sheet;

import java.util.List;
import java.util.stream.IntStream;

/** Columns in which something stands though nothing stands over them: nobody knows what they mean, and nothing in them is lost in silence. */
final class Unheaded {
    private Unheaded() {}

    static List<Column> of(Grid grid, Header header) {
        return IntStream.range(0, grid.width())
                .filter(index -> header.columns().stream().noneMatch(column -> column.index() == index))
                .filter(index -> grid.rows().stream()
                        .filter(row -> row.number() > header.last())
                        .map(row -> row.cell(index))
                        .anyMatch(cell -> !cell.blank() && !cell.covered()))
                .mapToObj(index -> new Column(
                        index,
                        "",
                        null,
                        false,
                        null,
                        false,
                        null,
                        null,
                        grid.hidden().contains(index)))
                .toList();
    }
}
