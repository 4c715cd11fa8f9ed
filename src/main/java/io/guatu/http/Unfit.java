package io.guatu.http;

import io.vertx.json.schema.OutputUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the validator says of one place, as a fault that has a sentence: its keyword is the rule, its last number the limit. */
final class Unfit {
    private static final Set<String> RULES = Set.of(
            "required",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "enum",
            "type",
            "minItems");

    private static final Pattern MISSING = Pattern.compile("required property \"([^\"]+)\"");
    private static final Pattern LIMIT = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\D*$");

    private Unfit() {}

    static Problem.Fault fault(OutputUnit unit) {
        String place = unit.getInstanceLocation() == null
                ? ""
                : unit.getInstanceLocation().replaceFirst("^#/?", "/");
        String location = String.valueOf(unit.getKeywordLocation());
        String keyword = location.substring(location.lastIndexOf('/') + 1);
        String rule = RULES.contains(keyword) ? "fault-" + keyword.toLowerCase(Locale.ROOT) : null;
        Matcher limit = LIMIT.matcher(unit.getError());
        return new Problem.Fault(
                place + missing(unit, place),
                unit.getError(),
                rule,
                limit.find() ? Map.of("limit", limit.group(1)) : Map.of());
    }

    /** A field that is not there has its own place too. */
    private static String missing(OutputUnit unit, String place) {
        Matcher field = MISSING.matcher(unit.getError());
        return field.find() ? (place.endsWith("/") ? "" : "/") + field.group(1) : "";
    }
}
