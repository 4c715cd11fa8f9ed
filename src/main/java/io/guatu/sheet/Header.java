package io.guatu.sheet;

import io.guatu.sheet.Grid.Row;
import io.guatu.sheet.Headings.Meaning;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a sheet says what its columns mean: one row, or up to three where an upper one stands over several of the lower. Found by
 * what the rows say, wherever titles and units stand above them.
 *
 * @param first the number of its first row, from 1
 * @param last the number of its last
 * @param above what stands over it: titles, the unit, the year
 */
record Header(int first, int last, List<Column> columns, String above) {
    /** Titles are not longer than this. */
    private static final int DEEPEST = 40;

    private static final int MOST_ROWS = 3;
    /** Of a grid that may be turned. */
    private static final int TALLEST = 60;

    private static final Pattern UNITS =
            Pattern.compile("\\(?(?:(?:金额|计量)?单位[::])?(?:亿元|万元|元|亩|公顷|平方米|m2|公里|km|米|%|个|户|年|月)\\)?");
    private static final Pattern YEAR = Pattern.compile("(20\\d{2})年");
    private static final Pattern MONTH = Pattern.compile("(20\\d{2})年(\\d{1,2})月");

    /** The row under which most columns have a meaning; one of them must be the project's name. */
    static Optional<Header> find(Grid grid, Headings headings) {
        Header best = null;
        int most = 0;
        List<Row> rows = grid.rows();
        for (int i = 0; i < Math.min(rows.size(), DEEPEST); i++) {
            for (int deep = 1; deep <= MOST_ROWS && i + deep <= rows.size(); deep++) {
                Header header = of(grid, headings, i, deep);
                int score = header.score();
                // A row more that adds nothing is a project's, and a title above adds nothing either.
                boolean plainer = best != null && score == most && header.height() < best.height();
                if (score > most || score > 0 && plainer) {
                    best = header;
                    most = score;
                }
            }
        }
        return Optional.ofNullable(best).map(found -> withUnits(grid, headings, found));
    }

    /** Whether the headings stand below one another, at the left of what they head. A tall grid is none of those. */
    static boolean turned(Grid grid, Headings headings) {
        int upright = find(grid, headings).map(Header::score).orElse(0);
        return upright <= 1
                && grid.rows().size() <= TALLEST
                && find(grid.turned(), headings).map(Header::score).orElse(0) > Math.max(upright, 1);
    }

    /** A row below that names units and nothing else belongs to it. */
    private static Header withUnits(Grid grid, Headings headings, Header found) {
        int deep = (int) grid.rows().stream()
                .filter(row -> row.number() >= found.first() && row.number() <= found.last())
                .count();
        for (int i = 0; i + deep < grid.rows().size() && deep < MOST_ROWS; i++) {
            List<Cell> below = grid.rows().get(i + deep).cells().stream()
                    .filter(cell -> !cell.blank())
                    .toList();
            if (grid.rows().get(i).number() == found.first()
                    && !below.isEmpty()
                    && below.stream()
                            .allMatch(cell -> UNITS.matcher(cell.plain()).matches())) {
                return of(grid, headings, i, deep + 1);
            }
        }
        return found;
    }

    /** The one that begins in this row, whatever it says. @param number from 1 */
    static Optional<Header> at(Grid grid, Headings headings, int number) {
        for (int i = 0; i < grid.rows().size(); i++) {
            if (grid.rows().get(i).number() == number) {
                Header best = of(grid, headings, i, 1);
                for (int deep = 2; deep <= MOST_ROWS && i + deep <= grid.rows().size(); deep++) {
                    Header deeper = of(grid, headings, i, deep);
                    best = deeper.score() > best.score() ? deeper : best;
                }
                return Optional.of(best);
            }
        }
        return Optional.empty();
    }

    private int height() {
        return last - first;
    }

    /** How much it names: different fields, and different years and months of one; 0 without a project's name. */
    private int score() {
        Set<String> named = new HashSet<>();
        columns.stream()
                .filter(column -> column.field() != null)
                .forEach(column ->
                        named.add(column.field() + (column.timed() ? " " + column.year() + " " + column.month() : "")));
        return named.contains(Field.NAME.name()) ? named.size() : 0;
    }

    private static Header of(Grid grid, Headings headings, int at, int deep) {
        List<Row> rows = grid.rows().subList(at, at + deep);
        StringBuilder above = new StringBuilder(grid.name());
        grid.rows().subList(0, at).forEach(row -> row.cells()
                .forEach(cell -> above.append(' ').append(cell.text())));
        // Beside the titles a unit may stand in the header itself, in a cell of its own.
        StringBuilder units = new StringBuilder(above);
        rows.get(deep - 1).cells().stream()
                .filter(cell -> cell.text().contains("单位")
                        && UNITS.matcher(cell.plain()).matches())
                .forEach(cell -> units.append(' ').append(cell.text()));
        Set<Unit> around = Unit.in(Cell.plain(units.toString()));
        List<Column> columns = new ArrayList<>();
        Set<Integer> empty = new HashSet<>();
        for (int index = 0; index < grid.width(); index++) {
            List<String> texts = HeadingTexts.over(rows, index, empty);
            String heading = String.join(" ", texts);
            if (heading.isEmpty()) {
                empty.add(index);
                continue;
            }
            columns.add(column(grid, headings, index, texts, around));
        }
        Header header =
                new Header(rows.get(0).number(), rows.get(deep - 1).number(), columns, Cell.plain(above.toString()));
        return new Header(
                header.first, header.last, unique(columns, header.year().orElse(null)), header.above);
    }

    /** As a whole, else by what stands lowest of it. */
    private static Column column(Grid grid, Headings headings, int index, List<String> texts, Set<Unit> around) {
        String heading = String.join(" ", texts);
        // A unit in a row of its own is no part of what the column is called.
        List<String> words = texts.stream()
                .filter(text -> !UNITS.matcher(Cell.plain(text)).matches())
                .toList();
        Meaning whole = headings.of(words.isEmpty() ? heading : String.join(" ", words));
        Meaning part = whole;
        for (int from = 1; from < words.size() && !part.known(); from++) {
            part = headings.of(String.join(" ", words.subList(from, words.size())));
        }
        Set<Unit> own = Unit.in(Cell.plain(heading));
        Set<Unit> all = EnumSet.noneOf(Unit.class);
        all.addAll(own);
        all.addAll(around);
        Unit unit = all.size() == 1 ? all.iterator().next() : null;
        return new Column(
                index,
                heading,
                part.field(),
                part.known(),
                unit,
                all.size() > 1,
                whole.year(),
                whole.month(),
                grid.hidden().contains(index));
    }

    /** Of two columns with one meaning the first has it; the other waits to be told. Of each year and each month there is one. */
    private static List<Column> unique(List<Column> columns, Integer year) {
        List<Column> unique = new ArrayList<>();
        for (Column column : columns) {
            boolean again = column.field() != null
                    && column.field().taken()
                    && unique.stream().anyMatch(other -> column.same(other, year));
            unique.add(again ? column.unknown() : column);
        }
        return unique;
    }

    /** The year that the titles name; empty when none, or several. */
    Optional<Integer> year() {
        return only(YEAR.matcher(above)).map(found -> Integer.valueOf(found.get(0)));
    }

    /** The month that the titles name, as {@code [year, month]}. */
    Optional<List<String>> month() {
        return only(MONTH.matcher(above));
    }

    private static Optional<List<String>> only(Matcher matcher) {
        Set<List<String>> found = new HashSet<>();
        while (matcher.find()) {
            List<String> groups = new ArrayList<>();
            for (int group = 1; group <= matcher.groupCount(); group++) {
                groups.add(matcher.group(group));
            }
            found.add(groups);
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }
}
