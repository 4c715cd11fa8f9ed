package io.guatu.sheet;

import io.guatu.sheet.NotASheet.Why;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sheet, read beside the board: what its columns mean, what it says of each project that the board does not know, what a
 * person must say first, and what was left aside, each with its place. A pure function of the bytes, the answers and the state.
 *
 * @param format as what it was read; of OC4IDS the rows are projects, and there are no sheets and columns
 * @param sheets names of all that can be read
 * @param hiddenSheets those of them that the workbook hides: read only when asked for
 * @param sheet the one that was
 * @param header the numbers of its heading rows; empty when none was found, and then nothing else is known
 * @param turned whether each project has a column, not a row: a row's number is then that of the column
 * @param hiddenRows below the heading, which the sheet hides: they are read as the others
 * @param otherTables first rows of other tables on the sheet: each is read when asked for by {@link Answers#header}
 * @param questions that stop some of the projects: {@code unit}, {@code year}, {@code month}, {@code sector}, {@code stage},
 *     {@code same}, {@code reason}, {@code cause}
 */
public record Reading(
        Format format,
        List<String> sheets,
        List<String> hiddenSheets,
        String sheet,
        List<Integer> header,
        boolean turned,
        List<Meant> columns,
        List<Integer> hiddenRows,
        List<Integer> otherTables,
        Set<String> questions,
        List<Proposal> projects,
        List<Skipped> skipped,
        List<Fault> faults) {
    /** Of a table whose heading rows were found. */
    static Reading ofTable(
            Format format,
            Workbook book,
            Grid grid,
            Header header,
            boolean turned,
            List<Column> columns,
            Set<String> questions,
            List<Proposal> projects,
            Lines lines) {
        return new Reading(
                format,
                book.names(),
                book.concealed(),
                grid.name(),
                header.first() == header.last() ? List.of(header.first()) : List.of(header.first(), header.last()),
                turned,
                columns.stream().map(column -> Meant.of(column, grid, header)).toList(),
                grid.rows().stream()
                        .filter(row -> row.hidden() && row.number() > header.last())
                        .map(Grid.Row::number)
                        .toList(),
                lines.others(),
                questions,
                projects,
                lines.skipped(),
                lines.faults());
    }

    public enum Format {
        SHEET,
        OC4IDS,
        /** What was expected of milestones, on days of the past. */
        HISTORY
    }

    /** @param field null: nobody knows, or it is not wanted. @param taken whether the board has a place for it */
    public record Meant(
            String letters,
            String heading,
            String core,
            Field field,
            boolean known,
            boolean taken,
            Unit unit,
            boolean unitsDiffer,
            Integer year,
            Integer month,
            boolean hidden,
            List<String> samples) {
        private static final int SAMPLES = 3;

        static Meant of(Column column, Grid grid, Header header) {
            List<String> samples = grid.rows().stream()
                    .filter(row -> row.number() > header.last())
                    .map(row -> row.cell(column.index()).text())
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .limit(SAMPLES)
                    .map(text -> text.length() > 40 ? text.substring(0, 40) + "…" : text)
                    .toList();
            Field field = column.field();
            return new Meant(
                    column.letters(),
                    column.heading(),
                    Headings.core(column.heading()),
                    field,
                    column.known(),
                    field != null && field.taken(),
                    column.unit(),
                    column.unitsDiffer(),
                    column.year(),
                    column.month(),
                    column.hidden(),
                    samples);
        }
    }

    /** @throws NotASheet when the bytes are none, or none of that name is in them */
    public static Reading of(byte[] bytes, Answers answers, Present present) throws NotASheet {
        if (Oc4idsFile.is(bytes)) {
            return Oc4idsReader.read(bytes, answers, present);
        }
        Headings headings = new Headings(present.headings());
        Workbook book = Workbook.read(bytes);
        Grid upright = chosen(book, answers.sheet(), headings);
        boolean turned = Header.turned(upright, headings);
        Grid grid = turned ? upright.turned() : upright;
        Optional<Header> found =
                answers.header() == null ? Header.find(grid, headings) : Header.at(grid, headings, answers.header());
        if (found.isEmpty()) {
            return new Reading(
                    Format.SHEET,
                    book.names(),
                    book.concealed(),
                    grid.name(),
                    List.of(),
                    false,
                    List.of(),
                    List.of(),
                    List.of(),
                    Set.of("header"),
                    List.of(),
                    List.of(),
                    List.of());
        }
        return new SheetReader(grid, found.get(), answers, present).read(book, turned);
    }

    private static Grid chosen(Workbook book, String name, Headings headings) throws NotASheet {
        if (name != null) {
            return book.grids().stream()
                    .filter(grid -> grid.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new NotASheet(Why.SHEET_EMPTY));
        }
        return book.seen().stream()
                .max(Comparator.comparing(grid -> Header.find(grid, headings)
                        .map(header -> header.columns().stream()
                                .filter(column -> column.field() != null)
                                .count())
                        .orElse(-1L)))
                .orElseThrow();
    }
}
