package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Json;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The files by which an operator watches: they can be read, and ask for nothing that a node does not say ({@link PagesIT} asks one). */
class WatchingTest {
    private static final Path ALERTS = Path.of("deploy/alerts.yml");
    private static final Path DASHBOARD = Path.of("deploy/grafana.json");
    private static final Pattern METRIC = Pattern.compile("\\b((guatu|vertx|jvm|process)_[a-z0-9_]+)");

    /** The metrics that these files ask for, as Prometheus calls them. */
    static Set<String> asked() throws IOException {
        Set<String> asked = new TreeSet<>();
        Matcher names = METRIC.matcher(String.join("\n", expressions()));
        while (names.find()) {
            asked.add(names.group(1));
        }
        return asked;
    }

    private static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (JsonNode panel : Json.MAPPER.readTree(DASHBOARD.toFile()).path("panels")) {
            panel.path("targets")
                    .forEach(target -> expressions.add(target.path("expr").asText()));
        }
        for (JsonNode rule : alerts()) {
            expressions.add(rule.path("expr").asText());
        }
        return expressions;
    }

    private static JsonNode alerts() throws IOException {
        Object read = new Yaml().load(Files.readString(ALERTS));
        return Json.MAPPER.valueToTree(read).path("groups").path(0).path("rules");
    }

    @Test
    void each_alert_says_what_is_wrong_and_what_to_do_and_each_panel_asks_something() throws Exception {
        Set<String> names = new HashSet<>();
        for (JsonNode rule : alerts()) {
            assertTrue(names.add(rule.path("alert").asText()), "once");
            assertTrue(
                    List.of("page", "ticket")
                            .contains(rule.at("/labels/severity").asText()),
                    rule.toString());
            assertTrue(rule.at("/annotations/summary").isTextual()
                    && rule.at("/annotations/do").isTextual());
        }
        assertTrue(names.size() > 10);
        Set<Integer> ids = new HashSet<>();
        JsonNode panels = Json.MAPPER.readTree(DASHBOARD.toFile()).path("panels");
        for (JsonNode panel : panels) {
            assertTrue(ids.add(panel.path("id").asInt()), "once");
            assertTrue(!panel.path("title").asText().isEmpty()
                    && !panel.path("targets").isEmpty());
        }
        assertEquals(panels.size(), ids.size());
    }

    @Test
    void prometheus_itself_reads_the_alerts_and_they_ring_when_they_should() throws Exception {
        assumeTrue(
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "promtool"))),
                "the alerts: their syntax was not asked of promtool, which is not on this machine");
        assertEquals("", promtool("check", "rules", "alerts.yml"));
        assertEquals("", promtool("test", "rules", "alerts-test.yml"));
    }

    /** What it complains of. */
    private static String promtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(new File("deploy"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said;
    }
}
