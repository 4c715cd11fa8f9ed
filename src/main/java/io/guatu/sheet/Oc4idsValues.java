package io.guatu.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.domain.Coordinates;
import io.guatu.domain.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Days, money and points of a project in OC4IDS: taken, or named by their path as what they are not. */
record Oc4idsValues(Taking json, Present present) {
    /** A sum of fewer digits, in yuan: longer ones are no money. */
    private static final int MOST_DIGITS = 15;

    private static final Set<Integer> YEARS = Set.of(19, 20, 21);

    Optional<LocalDate> day(String pointer) {
        Optional<String> text = json.text(pointer);
        Optional<LocalDate> day = text.flatMap(said -> Oc4idsWords.day(said, present.zone()))
                .filter(found -> YEARS.contains(found.getYear() / 100));
        if (text.isPresent() && day.isEmpty()) {
            json.fault(pointer, "date");
        }
        return day;
    }

    /** In whole yuan: no other money is changed into it. */
    Optional<Money> money(String at) {
        Optional<BigDecimal> amount = json.number(at + "/amount");
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        JsonNode currency = json.take(at + "/currency");
        if (!currency.asText().equals(Oc4idsWords.CURRENCY)) {
            json.fault(at, "currency", amount.get().toString() + " " + currency.asText());
            return Optional.empty();
        }
        BigDecimal yuan = amount.get();
        if (yuan.signum() < 0 || (long) yuan.precision() - yuan.scale() > MOST_DIGITS || yuan.scale() > 1000) {
            json.fault(at + "/amount", "amount");
            return Optional.empty();
        }
        return Optional.of(new Money(yuan.setScale(0, RoundingMode.HALF_UP).longValueExact()));
    }

    /** WGS-84, as the standard has it: longitude first. Null where it is none. */
    Coordinates point(String at) {
        json.take(at + "/type");
        Optional<BigDecimal> east = json.number(at + "/coordinates/0");
        Optional<BigDecimal> north = json.number(at + "/coordinates/1");
        if (east.isEmpty() || north.isEmpty()) {
            json.fault(at + "/coordinates", "type");
            return null;
        }
        double longitude = east.get().doubleValue();
        double latitude = north.get().doubleValue();
        if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
            json.fault(at + "/coordinates", "place", north.get() + ", " + east.get());
            return null;
        }
        return new Coordinates(latitude, longitude);
    }
}
