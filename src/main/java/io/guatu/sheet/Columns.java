package io.guatu.sheet;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The columns of a header with what a person said of them. */
final class Columns {
    private final Header header;
    private final Answers answers;

    Columns(Header header, Answers answers) {
        this.header = header;
        this.answers = answers;
    }

    List<Column> meant() {
        Integer year = answers.year() != null ? answers.year() : header.year().orElse(null);
        YearMonth month = answers.month() != null
                ? answers.month()
                : header.month()
                        .map(found -> YearMonth.of(Integer.parseInt(found.get(0)), Integer.parseInt(found.get(1))))
                        .orElse(null);
        List<Column> answered = header.columns().stream()
                .filter(column -> answers.columns().containsKey(column.letters()))
                .map(column -> column.as(
                        Field.of(answers.columns().get(column.letters())).orElse(null)))
                .toList();
        List<Column> columns = new ArrayList<>();
        for (Column column : header.columns()) {
            Column said = said(column, answered, year);
            boolean completed = said.field() == Field.COMPLETED || said.field() == Field.FIXED;
            columns.add(
                    completed && month != null ? said.of(month.getYear(), month.getMonthValue()) : said.of(year, null));
        }
        // What history has a place for, another list does not.
        return HistoryReader.is(columns)
                ? columns
                : columns.stream()
                        .map(column -> column.field() != null && HistoryReader.OWN.contains(column.field())
                                ? column.unknown()
                                : column)
                        .toList();
    }

    /** @param answered those of which a person has said what they are: no other one means the same */
    private Column said(Column column, List<Column> answered, Integer year) {
        String said = answers.columns().get(column.letters());
        Column meant = said != null
                ? column.as(Field.of(said).orElse(null))
                : column.field() != null && answered.stream().anyMatch(other -> column.same(other, year))
                        ? column.as(null)
                        : column;
        Unit unit = answers.units().getOrDefault(column.letters(), column.unit() == null ? answers.unit() : null);
        return unit == null ? meant : meant.in(unit);
    }
}
