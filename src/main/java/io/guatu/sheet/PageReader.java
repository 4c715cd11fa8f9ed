package io.guatu.sheet;

import io.guatu.sheet.Grid.Merged;
import io.guatu.sheet.NotASheet.Why;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The tables of a web page: some offices' programs export one and call it .xls. */
final class PageReader {
    private static final int MOST_TABLES = 50;

    private int cells;

    private PageReader() {}

    /** Each table that holds no other is a sheet. */
    static List<Grid> read(String page) throws NotASheet {
        PageReader reader = new PageReader();
        List<Grid> grids = new ArrayList<>();
        for (Element table : Jsoup.parse(page).select("table:not(:has(table))")) {
            if (grids.size() < MOST_TABLES) {
                Element caption = table.selectFirst("caption");
                String name = caption == null ? "" : caption.text();
                Grid grid = reader.grid(table, name.isEmpty() ? String.valueOf(grids.size() + 1) : name);
                if (!grid.rows().isEmpty()) {
                    grids.add(grid);
                }
            }
        }
        if (grids.isEmpty()) {
            throw new NotASheet(Why.SHEET_UNREADABLE);
        }
        return grids;
    }

    private Grid grid(Element table, String name) throws NotASheet {
        List<Grid.Row> rows = new ArrayList<>();
        List<Merged> merged = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int number = 0;
        for (Element line : table.select("tr")) {
            number++;
            List<Cell> row = new ArrayList<>();
            for (Element cell : line.select("> td, > th")) {
                while (taken.contains(Cell.place(row.size(), number))) {
                    row.add(Cell.none(Cell.place(row.size(), number)));
                }
                Merged area = area(cell, row.size(), number);
                row.add(Cell.text(Cell.place(row.size(), number), words(cell)));
                if (area.right() > area.left() || area.bottom() > number) {
                    merged.add(area);
                    take(area, taken);
                    while (row.size() <= area.right()) {
                        row.add(Cell.none(Cell.place(row.size(), number)));
                    }
                }
                if (row.size() > Grid.MOST_COLUMNS || taken.size() > Grid.MOST_CELLS) {
                    throw new NotASheet(Why.SHEET_TOO_LARGE);
                }
            }
            cells += row.size();
            if (number > Grid.MOST_ROWS || cells > Grid.MOST_CELLS) {
                throw new NotASheet(Why.SHEET_TOO_LARGE);
            }
            rows.add(new Grid.Row(number, false, row));
        }
        Grid all = new Grid(name, rows, Set.of(), false).merged(merged);
        return new Grid(name, all.rows().stream().filter(row -> !row.blank()).toList(), Set.of(), false);
    }

    private static Merged area(Element cell, int column, int number) {
        return new Merged(column, number, column + span(cell, "colspan") - 1, number + span(cell, "rowspan") - 1);
    }

    /** The cells below in which nothing of their own can stand. */
    private static void take(Merged area, Set<String> taken) {
        for (int row = area.top() + 1; row <= area.bottom(); row++) {
            for (int column = area.left(); column <= area.right(); column++) {
                taken.add(Cell.place(column, row));
            }
        }
    }

    private static int span(Element cell, String attribute) {
        String said = cell.attr(attribute).strip();
        return said.matches("[1-9]\\d{0,3}") ? Math.min(Integer.parseInt(said), Grid.MOST_COLUMNS) : 1;
    }

    private static String words(Element cell) {
        cell.select("br").forEach(br -> br.before("\n"));
        return cell.wholeText().replace('\u00a0', ' ').replaceAll("[ \\t]*\\R\\s*", "\n");
    }
}
