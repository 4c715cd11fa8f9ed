package io.guatu.report;

import io.guatu.domain.Money;
import io.guatu.text.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A table as it is shown and handed on. A cell is a text, a number, a day, or null where the ledger does not know.
 *
 * @param title what it is called, with the board's name
 * @param day as known on
 * @param total the foot: a cell for each column; null without one
 * @param gaps what is needed and missing, by column
 * @param faults what does not add up, for somebody to put right before the table is sent
 */
public record Table(
        String id,
        String title,
        YearMonth month,
        LocalDate day,
        List<Heading> headings,
        List<List<Object>> rows,
        List<Object> total,
        List<Gap> gaps,
        List<Fault> faults) {

    /** A column as it is read: {@code group} is null where it stands alone. */
    public record Heading(String id, String heading, String group, Column.Kind kind) {}

    /** @param missing how many rows lack it; {@code first} names some of them */
    public record Gap(String column, String heading, int missing, List<String> first) {}

    /** @param project whose figures they are; {@code said} is the identity that does not hold, with its figures */
    public record Fault(String project, String said) {}

    private static final int NAMED = 5;
    /** Columns that nobody told. */
    private static final Set<String> OURS = Set.of("number", "month", "month-of", "year", "told-on");

    /** A column and what stands in it for a row. */
    record Of<R>(Column column, Function<R, Object> cell) {}

    static <R> Of<R> cell(Column column, Function<R, Object> cell) {
        return new Of<>(column, cell);
    }

    /**
     * @param name what a row is called where something of it is missing
     * @param foot whether there is a foot that adds up
     */
    static <R> Table of(
            String id, Edition edition, List<Of<R>> columns, List<R> rows, Function<R, String> name, boolean foot) {
        List<List<Object>> cells = new ArrayList<>();
        Map<Column, List<String>> missing = new LinkedHashMap<>();
        for (R row : rows) {
            List<Object> line = new ArrayList<>();
            for (Of<R> each : columns) {
                Object cell = plain(each.cell().apply(row));
                line.add(cell);
                if (cell == null && each.column().needed()) {
                    missing.computeIfAbsent(each.column(), first -> new ArrayList<>())
                            .add(name.apply(row));
                }
            }
            cells.add(line);
        }
        Words words = edition.words();
        return new Table(
                id,
                edition.title(id),
                edition.month(),
                edition.day(),
                columns.stream()
                        .map(Of::column)
                        .map(column -> heading(column, words))
                        .toList(),
                cells,
                foot && !rows.isEmpty() ? total(columns, cells, words) : null,
                missing.entrySet().stream()
                        .map(each -> new Gap(
                                each.getKey().id(),
                                heading(each.getKey(), words).heading(),
                                each.getValue().size(),
                                each.getValue().stream().limit(NAMED).toList()))
                        .toList(),
                List.of());
    }

    /** How many cells have something of the ledger: no number of a row, no month, no foot. */
    public long told() {
        return rows.stream()
                .mapToLong(row -> IntStream.range(0, row.size())
                        .filter(i -> row.get(i) != null && !"".equals(row.get(i)))
                        .filter(i -> !OURS.contains(headings.get(i).id()))
                        .count())
                .sum();
    }

    Table with(List<Fault> wrong) {
        return new Table(id, title, month, day, headings, rows, total, gaps, wrong);
    }

    private static Heading heading(Column column, Words words) {
        return new Heading(
                column.id(),
                words.of("table." + column.id()),
                column.group() == null ? null : words.of("table." + column.group()),
                column.kind());
    }

    private static Object plain(Object cell) {
        if (cell instanceof Money money) {
            return money.value();
        }
        if (cell instanceof Number number && !(cell instanceof BigDecimal)) {
            return BigDecimal.valueOf(number.longValue());
        }
        return cell instanceof String text && text.isBlank() ? null : cell;
    }

    /** What is empty adds nothing; a column in which all is empty has no sum. */
    private static <R> List<Object> total(List<Of<R>> columns, List<List<Object>> rows, Words words) {
        List<Object> foot = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            foot.add(
                    columns.get(i).column().summed()
                            ? rows.stream()
                                    .map(row -> (BigDecimal) row.get(at))
                                    .filter(cell -> cell != null)
                                    .reduce(BigDecimal::add)
                                    .orElse(null)
                            : null);
        }
        int first = 0;
        while (first < foot.size() - 1 && (columns.get(first).column().summed())) {
            first++;
        }
        if (!columns.get(first).column().summed()) {
            foot.set(first, words.of("table.total"));
        }
        return foot;
    }
}
