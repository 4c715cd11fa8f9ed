package io.guatu.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.http.problem.Problem;
import io.guatu.ledger.StrictJson;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the contract says of bodies and parameters, for tests. */
public final class Measured {
    private static final Contract CONTRACT = new Contract();

    private Measured() {}

    static Operation operation(String id) {
        return CONTRACT.operations().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** All that is done to a request: its body is read and measured, and so are its parameters. */
    public static int request(String id, byte[] body, Map<String, String> parameters) {
        Operation operation = operation(id);
        int faults = Misfit.of(operation.body(), StrictJson.read(body), "").size();
        for (Parameter parameter : operation.parameters()) {
            String sent = parameters.get(parameter.name());
            faults += sent == null ? 0 : parameter.faults(parameter.value(sent)).size();
        }
        return faults;
    }

    /** The places of a body that do not fit. */
    static Set<String> body(String operation, JsonNode body) {
        return new TreeSet<>(faults(operation, body).keySet());
    }

    /** The places of a body that do not fit, and by which rule. */
    static Map<String, String> faults(String operation, JsonNode body) {
        return Misfit.of(operation(operation).body(), body, "").stream()
                .collect(Collectors.toMap(Problem.Fault::path, Problem.Fault::rule));
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
