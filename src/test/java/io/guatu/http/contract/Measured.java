package io.guatu.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.http.problem.Problem;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the contract says of bodies and parameters, for tests. */
final class Measured {
    private static final Contract CONTRACT = new Contract();

    private Measured() {}

    static Operation operation(String id) {
        return CONTRACT.operations().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The places of a body that do not fit. */
    static Set<String> body(String operation, JsonNode body) {
        return Misfit.of(operation(operation).body(), body, "").stream()
                .map(Problem.Fault::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Which sentences are said of a parameter. */
    static Set<String> parameter(String operation, String name, String sent) {
        Parameter parameter = operation(operation).parameters().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
        return parameter.faults(parameter.value(sent)).stream()
                .map(Problem.Fault::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
