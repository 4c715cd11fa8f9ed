package io.guatu.sheet;

import io.guatu.domain.Money;
import io.guatu.sheet.Grid.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One row under its header. What it says is taken whole or named as a fault; nothing is guessed, nothing left out in silence. */
final class RowReader {
    /** Longer ones would be refused. The contract's lengths. */
    static final Map<Field, Integer> LONGEST = Map.ofEntries(
            Map.entry(Field.NAME, 120),
            Map.entry(Field.CODE, 40),
            Map.entry(Field.NATURE, 20),
            Map.entry(Field.OWNER, 80),
            Map.entry(Field.UNIT, 80),
            Map.entry(Field.LEAD, 80),
            Map.entry(Field.CONTACT, 40),
            Map.entry(Field.PLACE, 120),
            Map.entry(Field.CONTENT, 500),
            Map.entry(Field.OWNER_CODE, 40),
            Map.entry(Field.YEAR_WORK, 500),
            Map.entry(Field.APPROVAL, 60),
            Map.entry(Field.LAND_PERMIT, 60),
            Map.entry(Field.PLANNING_PERMIT, 60),
            Map.entry(Field.CONSTRUCTION_PERMIT, 60));

    /** 1. 一、 （3） before a name are its place in the list. */
    private static final Pattern NUMBERED = Pattern.compile(
            "^\\s*(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]|[(（]?\\d{1,3}[)）]?[、.．](?!\\d)|[(（]\\d{1,3}[)）])\\s*");

    private final Map<Field, Object> values = new EnumMap<>(Field.class);
    private final Map<Field, String> places = new EnumMap<>(Field.class);
    private final List<Fault> faults = new ArrayList<>();
    private final List<Timed> timed = new ArrayList<>();

    private RowReader() {}

    /** @param category words of the row above that heads this group; null: none */
    static Line read(Row row, List<Column> columns, String category) {
        RowReader reader = new RowReader();
        for (Column column : columns) {
            if (column.field() != null && column.field().taken()) {
                reader.take(row.cell(column.index()), column);
            }
        }
        if (category != null && !reader.values.containsKey(Field.SECTOR)) {
            Headings.sector(category).ifPresent(sector -> reader.values.put(Field.SECTOR, sector));
        }
        String name = (String) reader.values.remove(Field.NAME);
        return new Line(row.number(), name, reader.values, reader.places, reader.timed, reader.faults);
    }

    private void take(Cell cell, Column column) {
        if (cell.broken()) {
            faults.add(Fault.at(cell, "formula"));
            return;
        }
        if (Amount.none(cell)) {
            return;
        }
        switch (column.field()) {
            case SECTOR -> keep(cell, Field.SECTOR, Headings.sector(cell.text()), "sector");
            case STAGE -> keep(cell, Field.STAGE, Headings.stage(cell.text()), "stage");
            case SPAN -> span(cell);
            case BEGINS -> keep(cell, Field.BEGINS, days(cell).map(Span::first), "date");
            case ENDS -> keep(cell, Field.ENDS, days(cell).map(Span::last), "date");
            case STARTED -> happened(cell, Field.STARTED);
            case FINISHED -> happened(cell, Field.FINISHED);
            case TOTAL, LAND_COST, PLANNED, BEFORE, COMPLETED, FIXED -> money(cell, column);
            case TIER -> keep(cell, Field.TIER, Headings.tier(cell.text()), "tier");
            case LISTED -> keep(cell, Field.LISTED, Headings.listed(cell.text()), "listed");
            case LAND -> keep(cell, Field.LAND, Area.read(cell, column.heading()), "area");
            case APPROVAL, LAND_PERMIT, PLANNING_PERMIT, CONSTRUCTION_PERMIT -> {
                if (!PermitCell.notYet(cell)) {
                    text(cell, column.field());
                }
            }
            case YEAR_WORK -> written(cell, Field.YEAR_WORK).ifPresent(work -> timed(cell, column, work));
            case STEP, KNOWN, FORECAST, ACTUAL -> {} // of history, which this is not
            default -> text(cell, column.field());
        }
    }

    private void text(Cell cell, Field field) {
        written(cell, field).ifPresent(text -> put(cell, field, text));
    }

    private Optional<String> written(Cell cell, Field field) {
        // A cell of several lines is one text; what is called so is called so in one line.
        String text = field == Field.CONTENT || field == Field.YEAR_WORK
                ? cell.text().replaceAll("\\r\\n?", "\n").replace('\t', ' ')
                : cell.text()
                        .replaceAll("\\s*\\R\\s*", field == Field.NAME ? "" : " ")
                        .replace('\t', ' ');
        if (field == Field.NAME) {
            text = NUMBERED.matcher(text).replaceFirst("");
        }
        boolean control = text.chars().anyMatch(sign -> sign < ' ' && sign != '\n');
        if (text.length() > LONGEST.get(field)) {
            faults.add(Fault.at(cell, "long"));
        } else if (control) {
            faults.add(Fault.at(cell, "signs"));
        } else {
            return Optional.of(text);
        }
        return Optional.empty();
    }

    private void span(Cell cell) {
        Optional<Span> span = days(cell);
        if (span.isEmpty()) {
            faults.add(Fault.at(cell, "date"));
        }
        span.ifPresent(days -> {
            put(cell, Field.BEGINS, days.first());
            put(cell, Field.ENDS, days.last());
        });
    }

    /** What happened happened on a day. */
    private void happened(Cell cell, Field field) {
        keep(cell, field, days(cell).flatMap(Span::day), "day");
    }

    /** A number is a day in Excel's count, a year, or digits of a date; 2026.1 may be January or October and is neither. */
    static Optional<Span> days(Cell cell) {
        if (cell.number() == null) {
            return Span.read(cell.text());
        }
        BigDecimal number = cell.number();
        if (number.scale() > 0) {
            return number.toPlainString().matches("20\\d{2}\\.(?:[2-9]|0[1-9]|1[12])")
                    ? Span.read(cell.text())
                    : Optional.empty();
        }
        boolean serial =
                number.compareTo(BigDecimal.valueOf(36_526)) >= 0 && number.compareTo(BigDecimal.valueOf(73_050)) <= 0;
        LocalDate first = LocalDate.of(1899, 12, 30);
        return serial ? Span.read(first.plusDays(number.longValue()).toString()) : Span.read(cell.text());
    }

    private void money(Cell cell, Column column) {
        if (cell.shared()) {
            faults.add(Fault.at(cell, "shared")); // one amount of several projects
            return;
        }
        if (column.unit() == null && !Amount.hasUnit(cell)) {
            faults.add(Fault.at(cell, Amount.read(cell, Unit.WAN).isPresent() ? "unit" : "amount"));
            return;
        }
        Optional<Money> money = Amount.read(cell, column.unit()).map(Money::of);
        if (column.timed() && money.isPresent()) {
            timed(cell, column, money.get());
        } else {
            keep(cell, column.field(), money, "amount");
        }
    }

    /** What speaks of a year or a month that nobody has named says nothing. */
    private void timed(Cell cell, Column column, Object value) {
        Temporal of = column.of();
        if (of == null) {
            faults.add(Fault.at(cell, Timed.yearly(column.field()) ? "year" : "month"));
        } else {
            timed.add(new Timed(column.field(), of, value, cell.place()));
        }
    }

    private void keep(Cell cell, Field field, Optional<?> value, String code) {
        value.ifPresentOrElse(known -> put(cell, field, known), () -> faults.add(Fault.at(cell, code)));
    }

    private void put(Cell cell, Field field, Object value) {
        values.put(field, value);
        places.put(field, cell.place());
    }
}
