package io.guatu.http.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.guatu.domain.TooManyDecimals;
import java.util.List;
import java.util.Map;

/**
 * What fits the contract and still is no value of ours, such as a percentage with three decimals: said at its place, in a
 * sentence. What the reader of JSON says of it names classes.
 */
public final class Unreadable {
    private Unreadable() {}

    /** @param place of the value that was read, as a JSON pointer; empty: the whole request */
    public static Problem problem(Exception fault, String place) {
        Throwable why = fault;
        StringBuilder path = new StringBuilder(place);
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            why = cause;
            if (cause instanceof JsonMappingException mapping && path.length() == place.length()) {
                mapping.getPath().forEach(step -> path.append('/')
                        .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName()));
            }
        }
        return at(path.isEmpty() ? "/" : path.toString(), why);
    }

    public static Problem at(String path, Throwable why) {
        return Problem.invalid(List.of(fault(path, why)));
    }

    private static Problem.Fault fault(String path, Throwable why) {
        return why instanceof TooManyDecimals many
                ? new Problem.Fault(path, "fault-decimals", Map.of("limit", Integer.toString(many.most())))
                : new Problem.Fault(path, "fault-format");
    }
}
