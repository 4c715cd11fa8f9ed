package io.guatu.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;

/**
 * The contract's schemas, compiled: JSON Schema 2020-12, with formats asserted, so that what stands beside a {@code $ref}
 * holds too. A compiled schema may be used by any thread.
 */
public final class Schemas {
    private static final SchemaLocation CONTRACT = SchemaLocation.of("guatu:contract");

    private final Schema contract;

    public Schemas(JsonNode contract) {
        JsonNode own = contract.deepCopy();
        dispatched(own);
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .keyword(new Discriminator())
                // The contract is no schema: what stands around its schemas measures nothing.
                .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                .build();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .build();
        SchemaRegistry registry = SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config));
        this.contract = registry.getSchema(CONTRACT, own);
    }

    /** The schema at a place of the contract, step by step: a name, or the number of an item. */
    public Schema at(Object... steps) {
        NodePath path = new NodePath(PathType.JSON_POINTER);
        for (Object step : steps) {
            path = step instanceof Integer item ? path.append(item) : path.append(step.toString());
        }
        return contract.getSubSchema(path);
    }

    /**
     * {@code oneOf} tries every kind and complains of all; where a discriminator says which one is meant, only that one is
     * measured, and what is wrong is said of it alone.
     */
    private static void dispatched(JsonNode node) {
        if (node instanceof ObjectNode schema && schema.has("oneOf") && schema.has(Discriminator.NAME)) {
            schema.remove("oneOf");
        }
        node.forEach(Schemas::dispatched);
    }
}
