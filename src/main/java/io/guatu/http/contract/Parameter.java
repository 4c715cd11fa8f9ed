package io.guatu.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Schema;
import io.guatu.http.problem.Problem;
import io.guatu.ledger.StrictJson;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * A parameter of an operation: a plain value in the path, the query or a header.
 *
 * @param text whether it is a text: then what is in it stays text, and {@code 50 %}, {@code C+} and quotes are themselves
 */
record Parameter(String name, In in, boolean required, boolean text, Schema schema) {
    enum In {
        PATH,
        QUERY,
        HEADER
    }

    /** As it was sent, decoded; of several, nobody could say which one is meant. */
    List<String> sent(RoutingContext context) {
        return switch (in) {
            case PATH -> List.of(context.pathParam(name));
            case QUERY -> context.request().params().getAll(name);
            case HEADER -> context.request().headers().getAll(name);
        };
    }

    JsonNode value(String sent) {
        if (text) {
            return TextNode.valueOf(sent);
        }
        try {
            return StrictJson.read(sent);
        } catch (StrictJson.Malformed e) {
            return TextNode.valueOf(sent); // which is neither a number nor a yes or no: the schema says so
        }
    }

    List<Problem.Fault> faults(JsonNode value) {
        List<Problem.Fault> faults = Misfit.of(schema, value, name);
        return faults.isEmpty() && value.isNumber() && !value.canConvertToLong()
                ? List.of(new Problem.Fault(name, "fault-format"))
                : faults;
    }
}
