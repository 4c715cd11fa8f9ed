package io.guatu.sheet;

import io.guatu.domain.ProjectId;
import io.guatu.sheet.Grid.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows of a past that was kept elsewhere: of a project's milestone, on which day it was known, and when it was then expected to be
 * finished, or was. They become one proposal a project, in the order of those days. A project that is named once stands
 * for the rows below it too.
 */
final class HistoryReader {
    /** Columns that mean nothing elsewhere. */
    static final Set<Field> OWN = Set.of(Field.STEP, Field.KNOWN, Field.FORECAST, Field.ACTUAL);

    private final Grid grid;
    private final Header header;
    private final List<Column> columns;
    private final Known known;
    private final LocalDate today;
    private final Map<ProjectId, StepHistory> histories = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    HistoryReader(Grid grid, Header header, List<Column> columns, Present present) {
        this.grid = grid;
        this.header = header;
        this.columns = columns;
        this.known = new Known(present.projects());
        this.today = present.today();
    }

    static boolean is(List<Column> columns) {
        Set<Field> fields =
                columns.stream().map(Column::field).filter(Objects::nonNull).collect(Collectors.toSet());
        return fields.containsAll(Set.of(Field.NAME, Field.STEP, Field.KNOWN))
                && (fields.contains(Field.FORECAST) || fields.contains(Field.ACTUAL));
    }

    Reading read(Workbook book) {
        Optional<KnownProject> project = Optional.empty();
        for (Row row : grid.rows()) {
            if (row.number() <= header.last()) {
                continue;
            }
            Cell name = cell(row, Field.NAME);
            if (!name.blank()) {
                project = known.named(name.text());
                if (project.isEmpty()) {
                    faults.add(Fault.at(name, "unknown-project"));
                } else if (project.get().archived()) {
                    faults.add(Fault.at(name, "archived"));
                    project = Optional.empty();
                }
            }
            project.ifPresent(of -> take(row, of));
        }
        return Reading.ofTable(
                Reading.Format.HISTORY,
                book,
                grid,
                header,
                false,
                columns,
                Set.of(),
                histories.values().stream().map(StepHistory::proposal).toList(),
                new Lines(List.of(), List.of(), List.of(), faults));
    }

    private void take(Row row, KnownProject project) {
        StepHistory history =
                histories.computeIfAbsent(project.id(), first -> new StepHistory(project, row.number(), today));
        Cell step = cell(row, Field.STEP);
        if (step.blank()) {
            return;
        }
        Cell when = cell(row, Field.KNOWN);
        Cell forecast = cell(row, Field.FORECAST);
        Cell actual = cell(row, Field.ACTUAL);
        history.add(
                step,
                day(when, history),
                Amount.none(forecast) ? null : forecast,
                last(forecast, history),
                Amount.none(actual) ? null : actual,
                day(actual, history));
    }

    private Cell cell(Row row, Field field) {
        return columns.stream()
                .filter(column -> column.field() == field)
                .findFirst()
                .map(column -> row.cell(column.index()))
                .orElse(Cell.none(""));
    }

    /** A day on which something was so. */
    private static LocalDate day(Cell cell, StepHistory history) {
        return Amount.none(cell) ? null : read(cell, RowReader.days(cell).flatMap(Span::day), "day", history);
    }

    /** Of a month that was expected its last day. */
    private static LocalDate last(Cell cell, StepHistory history) {
        return Amount.none(cell) ? null : read(cell, RowReader.days(cell).map(Span::last), "date", history);
    }

    private static LocalDate read(Cell cell, Optional<LocalDate> day, String code, StepHistory history) {
        if (day.isEmpty()) {
            history.fault(cell, code);
        }
        return day.orElse(null);
    }
}
