package io.guatu.sheet;

import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.regex.Pattern;

/**
 * A column and what it means.
 *
 * @param index from 0
 * @param heading as it stands there; where two rows make it, with a space between
 * @param field null: nobody knows, or it is not wanted
 * @param known whether it is known, be it that it is not wanted
 * @param unit of its money; null: none, or not known
 * @param year that it speaks of; null: none, or not known
 * @param month that it speaks of, 1–12; null: none, or not known
 * @param hidden whether the sheet hides it
 */
record Column(
        int index,
        String heading,
        Field field,
        boolean known,
        Unit unit,
        boolean unitsDiffer,
        Integer year,
        Integer month,
        boolean hidden) {
    private static final Pattern OF_ITS_END = Pattern.compile("20\\d{2}\\s*年?\\s*底");

    String letters() {
        return Cell.letters(index);
    }

    boolean timed() {
        return Timed.yearly(field) || Timed.monthly(field);
    }

    /** The year or the month of which it speaks; null: none, or not known. */
    Temporal of() {
        if (year == null) {
            return null;
        }
        if (Timed.yearly(field)) {
            // What was completed before a year: 2025年底 is before 2026.
            boolean end = field == Field.BEFORE && OF_ITS_END.matcher(heading).find();
            return Year.of(end ? year + 1 : year);
        }
        return Timed.monthly(field) && month != null ? YearMonth.of(year, month) : null;
    }

    /** Whether both mean the same: one field, and no two years or months of it. @param whole the year of the whole list, or null */
    boolean same(Column other, Integer whole) {
        Temporal mine = of(whole, null).of();
        Temporal theirs = other.of(whole, null).of();
        return field == other.field && (mine == null || theirs == null || mine.equals(theirs));
    }

    Column as(Field other) {
        return new Column(index, heading, other, true, unit, unitsDiffer, year, month, hidden);
    }

    Column unknown() {
        return new Column(index, heading, null, false, unit, unitsDiffer, year, month, hidden);
    }

    Column in(Unit other) {
        return new Column(index, heading, field, known, other, false, year, month, hidden);
    }

    Column of(Integer otherYear, Integer otherMonth) {
        return new Column(
                index,
                heading,
                field,
                known,
                unit,
                unitsDiffer,
                year == null ? otherYear : year,
                month == null ? otherMonth : month,
                hidden);
    }
}
