package io.guatu.http.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.command.Refusal;
import io.guatu.domain.Update;
import io.guatu.ledger.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the contract shows is true: requests fit, problems have their status and their sentence, and none is missing. */
class ExamplesTest {
    private static final JsonNode CONTRACT = Contract.json(new Contract().text());

    @Test
    void every_example_of_a_request_fits_its_operation() {
        CONTRACT.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    JsonNode json = operation.at("/requestBody/content/application~1json");
                    String id = operation.path("operationId").asText();
                    if (json.has("example")) {
                        assertEquals(Set.of(), Measured.body(id, json.path("example")), id);
                    }
                    json.path("examples")
                            .forEach(example -> assertEquals(
                                    Set.of(), Measured.body(id, example.path("value")), () -> id + " " + example));
                }));
    }

    @Test
    void every_example_of_a_problem_is_one_with_the_sentence_that_is_told() throws Exception {
        JsonNode texts = Json.read(Files.readString(Path.of("webroot/text/zh.json")), JsonNode.class)
                .path("problem");
        for (JsonNode example : CONTRACT.at("/components/examples")) {
            JsonNode problem = example.path("value");
            String code = problem.path("code").asText();
            String sentence = texts.path(code).asText().replaceAll("\\{\\w+}", "§");
            for (String part : sentence.split("§")) {
                assertTrue(problem.path("detail").asText().contains(part), () -> code + ": " + problem);
            }
        }
    }

    @Test
    void every_refusal_is_an_example_with_its_status_of_an_operation_that_tells() {
        Set<String> told = new TreeSet<>();
        for (JsonNode path : CONTRACT.path("paths")) {
            for (JsonNode operation : path) {
                for (Map.Entry<String, JsonNode> response :
                        operation.path("responses").properties()) {
                    resolved(response.getValue())
                            .at("/content/application~1problem+json/examples")
                            .forEach(example -> {
                                JsonNode problem = resolved(example).path("value");
                                if (!response.getKey().equals("default")) {
                                    assertEquals(
                                            response.getKey(),
                                            problem.path("status").asText());
                                }
                                told.add(problem.path("code").asText());
                            });
                }
            }
        }
        Set<String> refusals = Arrays.stream(Refusal.Code.values())
                .map(code -> code.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
        refusals.removeAll(told);
        assertEquals(Set.of(), refusals);
    }

    @Test
    void every_kind_that_has_an_example_is_read_as_that_update() {
        for (String path : new String[] {"/api/projects/{project}/updates", "/api/updates"}) {
            for (JsonNode example : CONTRACT.path("paths")
                    .path(path)
                    .path("post")
                    .at("/requestBody/content/application~1json/examples")) {
                JsonNode update = example.path("value");
                assertEquals(
                        update.path("kind").asText(),
                        Json.kind(RequestParams.read(update, Update.class, "").getClass()));
            }
        }
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? CONTRACT.at(node.path("$ref").asText().substring(1)) : node;
    }
}
