package io.guatu.sheet;

import java.util.ArrayList;
import java.util.List;

/** Goes over the lines of a sheet once and puts each beside the board. */
final class SheetReader {
    private final Grid grid;
    private final Header header;
    private final Answers answers;
    private final Proposing proposing;

    private final Present present;

    SheetReader(Grid grid, Header header, Answers answers, Present present) {
        this.grid = grid;
        this.header = header;
        this.answers = answers;
        this.present = present;
        this.proposing = new Proposing(answers, present);
    }

    Reading read(Workbook book, boolean turned) {
        List<Column> columns = new ArrayList<>(new Columns(header, answers).meant());
        columns.addAll(Unheaded.of(grid, header));
        if (HistoryReader.is(columns)) {
            return new HistoryReader(grid, header, columns, present).read(book);
        }
        boolean named = columns.stream().anyMatch(column -> column.field() == Field.NAME);
        if (!named) {
            proposing.ask("name");
        }
        Lines lines = named ? Lines.read(grid, header, columns) : Lines.NONE;
        List<Proposal> proposals = lines.projects().stream().map(proposing::of).toList();
        return Reading.ofTable(
                Reading.Format.SHEET, book, grid, header, turned, columns, proposing.questions(), proposals, lines);
    }
}
