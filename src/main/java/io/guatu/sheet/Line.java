package io.guatu.sheet;

import io.guatu.domain.Listing;
import io.guatu.domain.Money;
import io.guatu.domain.Quantity;
import io.guatu.domain.Stage;
import io.guatu.domain.Tier;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A row of a project, as far as it was understood: a field that is missing here is empty there, or among the faults.
 *
 * @param row its number, from 1
 * @param name of the project
 * @param values by field: a text, a {@link Stage}, a day or {@link Money}
 * @param places by field: the cell
 * @param timed what it says of years and months
 * @param beyond what no cell could say
 */
record Line(
        int row,
        String name,
        Map<Field, Object> values,
        Map<Field, String> places,
        List<Timed> timed,
        List<Fault> faults,
        Beyond beyond) {
    Line {
        values = values.isEmpty() ? Map.of() : new EnumMap<>(values);
        places = places.isEmpty() ? Map.of() : new EnumMap<>(places);
        timed = List.copyOf(timed);
        faults = List.copyOf(faults);
    }

    /** A row of cells. */
    Line(
            int row,
            String name,
            Map<Field, Object> values,
            Map<Field, String> places,
            List<Timed> timed,
            List<Fault> faults) {
        this(row, name, values, places, timed, faults, Beyond.NOTHING);
    }

    /** Whether another row says the same of it. */
    boolean same(Line other) {
        return values.equals(other.values)
                && timed.size() == other.timed.size()
                && timed.stream().allMatch(each -> other.timed.stream().anyMatch(each::same));
    }

    /** Without what the board says already in other words. */
    Line without(Set<Field> fields) {
        Map<Field, Object> rest = new HashMap<>(values);
        rest.keySet().removeAll(fields);
        return new Line(row, name, rest, places, timed, faults, beyond);
    }

    String text(Field field) {
        return (String) values.get(field);
    }

    LocalDate day(Field field) {
        return (LocalDate) values.get(field);
    }

    Money money(Field field) {
        return (Money) values.get(field);
    }

    Quantity quantity(Field field) {
        return (Quantity) values.get(field);
    }

    Tier tier() {
        return (Tier) values.get(Field.TIER);
    }

    Listing listed() {
        return (Listing) values.get(Field.LISTED);
    }

    Stage stage() {
        return (Stage) values.get(Field.STAGE);
    }
}
