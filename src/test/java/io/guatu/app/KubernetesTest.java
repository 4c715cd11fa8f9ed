package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What a cluster is told: it names settings that there are, and objects that it makes. Against the schemas it was checked by hand. */
class KubernetesTest {
    private static final Path FOLDER = Path.of("deploy/kubernetes");

    @Test
    void the_settings_are_some_of_ours_and_no_service_of_the_cluster_becomes_one() throws Exception {
        String known = assertThrows(Config.Faulty.class, () -> Config.of(Map.of("GUATU_NONE_OF_OURS", "1")))
                .getMessage();
        JsonNode pod = object("Deployment", "guatu").at("/spec/template/spec");
        assertEquals("false", pod.path("enableServiceLinks").asText(), "the service guatu would be GUATU_PORT");
        List<String> named = new ArrayList<>();
        pod.at("/containers/0/env").forEach(each -> named.add(each.path("name").asText()));
        read("kustomization.yaml")
                .get(0)
                .at("/configMapGenerator/0/literals")
                .forEach(each -> named.add(each.asText().replaceAll("=.*", "")));
        for (String name : named) {
            assertTrue(!name.startsWith("GUATU_") || known.contains(name), name);
        }
        assertTrue(named.contains("GUATU_DATABASE_URL") && named.contains("GUATU_KEYS"));
    }

    @Test
    void all_that_is_there_is_used_and_what_refers_to_the_nodes_means_them() throws Exception {
        TreeSet<String> files = new TreeSet<>();
        try (Stream<Path> all = Files.list(FOLDER)) {
            all.map(each -> each.getFileName().toString()).forEach(files::add);
        }
        TreeSet<String> used = new TreeSet<>(List.of("kustomization.yaml"));
        read("kustomization.yaml").get(0).path("resources").forEach(each -> used.add(each.asText()));
        assertEquals(files, used);
        JsonNode nodes = object("Deployment", "guatu");
        JsonNode label = nodes.at("/spec/template/metadata/labels");
        assertEquals(label, nodes.at("/spec/selector/matchLabels"));
        assertEquals(label, object("Service", "guatu").at("/spec/selector"));
        assertEquals(label, object("PodDisruptionBudget", "guatu").at("/spec/selector/matchLabels"));
        assertEquals(label, object("NetworkPolicy", "guatu").at("/spec/podSelector/matchLabels"));
        assertEquals(
                "guatu-database",
                object("ScheduledBackup", "guatu-nightly")
                        .at("/spec/cluster/name")
                        .asText());
        object("Cluster", "guatu-database");
    }

    private static JsonNode object(String kind, String name) throws IOException {
        for (String file : List.of("guatu.yaml", "database.yaml", "network.yaml")) {
            for (JsonNode each : read(file)) {
                if (each.path("kind").asText().equals(kind)
                        && each.at("/metadata/name").asText().equals(name)) {
                    return each;
                }
            }
        }
        throw new AssertionError("there is no " + kind + " " + name);
    }

    private static ArrayNode read(String file) throws IOException {
        ArrayNode all = Json.MAPPER.createArrayNode();
        new Yaml()
                .loadAll(Files.readString(FOLDER.resolve(file)))
                .forEach(each -> all.add(Json.MAPPER.<JsonNode>valueToTree(each)));
        return all;
    }
}
