package io.guatu.sheet;

import io.guatu.domain.Money;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a line says of a year or of a month.
 *
 * @param of a {@link Year} or a {@link YearMonth}
 * @param value {@link Money}, or a text
 * @param place where it stands
 */
record Timed(Field field, Temporal of, Object value, String place) {
    private static final Set<Field> YEARLY = EnumSet.of(Field.PLANNED, Field.BEFORE, Field.YEAR_WORK);
    private static final Set<Field> MONTHLY = EnumSet.of(Field.COMPLETED, Field.FIXED);

    static boolean yearly(Field field) {
        return YEARLY.contains(field);
    }

    static boolean monthly(Field field) {
        return MONTHLY.contains(field);
    }

    boolean is(Field other, Temporal time) {
        return field == other && of.equals(time);
    }

    /** Whether it says the same, wherever it stands. */
    boolean same(Timed other) {
        return is(other.field, other.of) && value.equals(other.value);
    }
}
