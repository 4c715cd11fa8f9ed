package io.guatu.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.HashMap;
import java.util.Map;

/** OpenAPI's {@code discriminator}: one member says which of the schemas is meant, and only that one is measured. */
final class Discriminator extends AbstractKeyword {
    static final String NAME = "discriminator";

    Discriminator() {
        super(NAME);
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
        return new Dispatch(this, location, node, parent, context);
    }

    private static final class Dispatch extends BaseKeywordValidator {
        private final String member;
        private final Map<String, Schema> kinds = new HashMap<>();

        Dispatch(Keyword keyword, SchemaLocation location, JsonNode node, Schema parent, SchemaContext context) {
            super(keyword, node, location, parent, context);
            member = node.path("propertyName").asText();
            node.path("mapping").fields().forEachRemaining(kind -> {
                JsonNode schema = JsonNodeFactory.instance.objectNode().set("$ref", kind.getValue());
                kinds.put(kind.getKey(), context.newSchema(location.append(kind.getKey()), schema, parent));
            });
        }

        @Override
        public void validate(ExecutionContext execution, JsonNode value, JsonNode root, NodePath place) {
            if (!value.isObject()) {
                return; // "type" says so
            }
            JsonNode kind = value.path(member);
            Schema meant = kinds.get(kind.textValue());
            if (meant != null) {
                meant.validate(execution, value, root, place);
            } else {
                fault(execution, value, place, kind.isMissingNode());
            }
        }

        private void fault(ExecutionContext execution, JsonNode value, NodePath place, boolean missing) {
            execution.addError(error().keyword(missing ? "required" : "enum")
                    .messageKey(missing ? "required" : "enum")
                    .instanceNode(value)
                    .instanceLocation(missing ? place : place.append(member))
                    .property(missing ? member : null)
                    .evaluationPath(execution.getEvaluationPath())
                    .locale(execution.getExecutionConfig().getLocale())
                    .arguments(missing ? member : kinds.keySet().toString())
                    .build());
        }
    }
}
