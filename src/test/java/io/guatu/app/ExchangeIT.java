package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the board hands to other programs is what they can read. */
class ExchangeIT {
    private static final Path SCHEMAS = Path.of("../shared/data/oc4ids");
    private static TestBoard board;
    private static TestClient office;

    @BeforeAll
    static void start() throws Exception {
        board = TestBoard.start("demo", Clock.systemUTC());
        office = board.as(board.person("office"));
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
    }

    private static JsonNode packed() throws Exception {
        return office.get("/api/oc4ids").json();
    }

    @Test
    void a_package_fits_the_published_schema() throws Exception {
        assumeTrue(
                Files.isDirectory(SCHEMAS),
                "the schemas of OC4IDS do not lie beside the project: nothing to compare with");
        String project = Files.readString(SCHEMAS.resolve("project-schema.json"));
        String pack = Files.readString(SCHEMAS.resolve("project-package-schema.json"));
        String id = "https://standard.open-contracting.org/infrastructure/schema/0__9__5/project-schema.json";
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_4, builder -> builder.schemas(Map.of(id, project)));
        JsonNode said = packed();
        assertEquals(
                List.of(),
                registry.getSchema(pack).validate(said).stream()
                        .map(Object::toString)
                        .toList());
        assertTrue(said.path("projects").size() > 15);
    }

    @Test
    void what_is_handed_out_is_read_again_as_it_was() throws Exception {
        byte[] said = office.get("/api/oc4ids").raw().body().getBytes(StandardCharsets.UTF_8);
        JsonNode read = office.sendBytes("/api/sheets", said, "application/octet-stream", "oc4ids")
                .json();
        assertEquals("oc4ids", read.path("format").asText(), read.toString());
        assertTrue(read.path("projects").size() > 15);
        for (JsonNode project : read.path("projects")) {
            assertEquals("same", project.path("state").asText(), project.toString());
        }
    }

    @Test
    void it_says_what_the_board_knows_and_names_nobody() throws Exception {
        JsonNode said = packed();
        JsonNode caps = null;
        for (JsonNode each : said.path("projects")) {
            caps = each.path("id").asText().equals("guatu-xuri-caps") ? each : caps;
        }
        JsonNode card = office.get("/api/projects/xuri-caps").json();
        assertEquals(
                card.at("/card/investment/total")
                        .decimalValue()
                        .movePointRight(4)
                        .longValueExact(),
                caps.at("/budget/amount/amount").asLong());
        assertEquals("CNY", caps.at("/budget/amount/currency").asText());
        assertEquals(card.at("/card/milestones").size(), caps.path("milestones").size());
        JsonNode progress = caps.at("/metrics/0/observations");
        assertEquals(
                card.at("/card/progress/verified").decimalValue(),
                progress.path(progress.size() - 1).path("measure").decimalValue());
        for (String person : List.of("李书记", "王主任", "陈镇长", "刘", "李工")) {
            assertFalse(said.toString().contains(person), person);
        }
    }

    @Test
    void a_day_that_is_over_says_the_same_for_ever() throws Exception {
        String past = "/api/oc4ids?asOf=" + LocalDate.now(TestBoard.ZONE).minusDays(5);
        String before = office.get(past).raw().body();
        assertEquals(
                201,
                office.tell("bus-station", "{\"kind\":\"still-true\"}", "again").status());
        assertEquals(before, office.get(past).raw().body());
        assertEquals(
                422,
                office.get("/api/oc4ids?asOf=" + LocalDate.now(TestBoard.ZONE).plusDays(1))
                        .status());
    }

    @Test
    void on_the_map_are_those_whose_place_is_known() throws Exception {
        JsonNode map = office.get("/api/map").json();
        assertEquals("FeatureCollection", map.path("type").asText());
        Map<String, Integer> shapes = new HashMap<>();
        for (JsonNode feature : map.path("features")) {
            shapes.merge(feature.at("/geometry/type").asText(), 1, Integer::sum);
            JsonNode point = feature.at("/geometry/coordinates");
            while (point.path(0).isArray()) {
                point = point.path(0);
            }
            assertTrue(point.path(0).asDouble() > 116 && point.path(0).asDouble() < 118, "longitude first");
            assertTrue(point.path(1).asDouble() > 30 && point.path(1).asDouble() < 32, "then latitude");
        }
        assertEquals(1, shapes.get("MultiPolygon"), "the town");
        assertTrue(shapes.get("LineString") >= 3 && shapes.get("Point") >= 21, shapes.toString());
        JsonNode outline = map.path("features").path(map.path("features").size() - 1);
        JsonNode ring = outline.at("/geometry/coordinates/0/0");
        assertEquals(ring.path(0), ring.path(ring.size() - 1), "a ring is closed");
        assertTrue(outline.at("/properties/source").asText().contains("示意"));
    }

    @Test
    void what_was_typed_in_another_system_is_converted_and_kept_as_it_was_typed() throws Exception {
        String told =
                "{\"kind\":\"project-placed\",\"site\":{\"latitude\":30.94,\"longitude\":116.97},\"system\":\"gcj-02\"}";
        assertEquals(201, office.tell("bus-station", told, "gcj").status());
        assertEquals(422, office.tell("bus-station", told, "again-gcj").status());
        assertEquals(
                400,
                office.tell("bus-station", told.replace(",\"system\":\"gcj-02\"", ""), "undeclared")
                        .status());
        JsonNode site = office.get("/api/projects/bus-station").json().at("/card/site");
        assertEquals(30.942, site.path("latitude").asDouble(), 0.0005);
        assertEquals(116.9647, site.path("longitude").asDouble(), 0.0005);
        JsonNode entry = office.get("/api/entries?kind=project-placed&project=bus-station&order=desc&limit=1")
                .json()
                .at("/entries/0/update");
        assertEquals(30.94, entry.at("/site/latitude").asDouble());
    }

    @Test
    void the_ledger_is_a_file_with_every_entry_once() throws Exception {
        TestBoard own = TestBoard.start();
        try {
            TestClient town = own.as(own.person("office"));
            assertEquals(
                    201,
                    town.post(
                                    "/api/people",
                                    "{\"person\":\"eve\",\"name\":\"=1+1\",\"role\":\"manager\",\"password\":\"a-long-password-1\"}",
                                    "Idempotency-Key",
                                    "eve")
                            .status());
            assertEquals(
                    201,
                    own.as(own.person("office"))
                            .tell("underpass", "{\"kind\":\"still-true\",\"note\":\"一行，\\\"两行\\\"\\n三\"}", "lines")
                            .status());
            String csv = town.get("/api/ledger/csv").raw().body();
            assertTrue(csv.startsWith("\uFEFFseq,at,"), csv.substring(0, 20));
            List<CSVRecord> lines = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new StringReader(csv.substring(1)))
                    .getRecords();
            long end = town.get("/api/board").json().path("seq").asLong();
            assertEquals(end, lines.size());
            ObjectMapper json = new ObjectMapper();
            for (int i = 0; i < lines.size(); i++) {
                assertEquals(i + 1, Long.parseLong(lines.get(i).get("seq")));
                assertEquals(
                        lines.get(i).get("kind"),
                        json.readTree(lines.get(i).get("update")).path("kind").asText());
            }
            assertEquals(
                    "一行，\"两行\"\n三",
                    json.readTree(lines.get(lines.size() - 1).get("update"))
                            .path("note")
                            .asText());
        } finally {
            own.close();
        }
    }
}
