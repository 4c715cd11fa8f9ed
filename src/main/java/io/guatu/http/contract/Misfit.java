package io.guatu.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import io.guatu.http.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a schema says of a value that does not fit, as faults that have a place and a sentence. */
final class Misfit {
    /** Keywords that have a sentence {@code fault-…} of their own; of all others the format is not right. */
    private static final Set<String> SENTENCES = Set.of(
            "required",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "enum",
            "type",
            "minItems",
            "maxItems",
            "uniqueItems",
            "additionalProperties");

    private Misfit() {}

    /**
     * One fault for each place, in the order of the schema.
     *
     * @param name of the parameter that the value is of; empty for the body
     */
    static List<Problem.Fault> of(Schema schema, JsonNode value, String name) {
        List<Error> errors = schema.validate(value);
        if (errors.isEmpty()) {
            return List.of();
        }
        List<Problem.Fault> faults = new ArrayList<>();
        Set<String> places = new HashSet<>();
        for (Error error : errors) {
            Problem.Fault fault = fault(error, name);
            if (places.add(fault.path())) {
                faults.add(fault);
            }
        }
        return faults;
    }

    private static Problem.Fault fault(Error error, String name) {
        String keyword = error.getKeyword();
        String rule = "fault-" + (SENTENCES.contains(keyword) ? keyword : "format").toLowerCase(Locale.ROOT);
        JsonNode limit = error.getSchemaNode();
        return new Problem.Fault(
                place(error, name),
                rule,
                limit != null && limit.isNumber()
                        ? Map.of("limit", limit.decimalValue().toPlainString())
                        : Map.of());
    }

    /** A member that is not there, or should not be, has its own place too. */
    private static String place(Error error, String name) {
        String place = name + error.getInstanceLocation();
        if (error.getProperty() != null) {
            return place + "/" + error.getProperty().replace("~", "~0").replace("/", "~1");
        }
        return place.isEmpty() ? "/" : place;
    }
}
