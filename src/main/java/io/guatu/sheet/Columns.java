package io.guatu.sheet;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
        Set<Field> seen = EnumSet.noneOf(Field.class);
        answers.columns().values().forEach(said -> Field.of(said).ifPresent(seen::add));
        List<Column> columns = new ArrayList<>();
        for (Column column : header.columns()) {
            Column said = said(column, seen);
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

    private Column said(Column column, Set<Field> taken) {
        String said = answers.columns().get(column.letters());
        Column meant = said != null
                ? column.as(Field.of(said).orElse(null))
                : column.field() != null && taken.contains(column.field()) ? column.as(null) : column;
        Unit unit = answers.units().getOrDefault(column.letters(), column.unit() == null ? answers.unit() : null);
        return unit == null ? meant : meant.in(unit);
    }
}
