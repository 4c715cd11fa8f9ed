package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.command.Refusal;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The contract is what the program does: its examples are understood, and its answers hold nothing undeclared. */
class ContractIT {
    private static final String PROJECT = "/api/projects/underpass";
    private static JsonNode contract;
    private static TestBoard board;

    @BeforeAll
    static void start() throws Exception {
        Object yaml = new Yaml().load(Files.readString(Path.of("src/main/resources/openapi.yaml")));
        contract = Json.MAPPER.valueToTree(yaml);
        board = TestBoard.start();
    }

    @AfterAll
    static void stop() throws IOException {
        board.close();
    }

    private static TestClient as(String who) {
        return board.as(
                switch (who) {
                    case "hall" -> board.screen(who);
                    case "g-li" -> board.contractor(who);
                    default -> board.person(who);
                });
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static JsonNode operation(String path) {
        return contract.path("paths").path(path).path("post");
    }

    @Test
    void every_kind_has_an_example_that_is_understood() throws Exception {
        Set<String> refusals = Arrays.stream(Refusal.Code.values())
                .map(code -> code.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
        try (TestBoard own = TestBoard.start()) {
            Set<String> without = new TreeSet<>();
            for (String path : List.of("/api/projects/{project}/updates", "/api/updates")) {
                String schema = path.contains("project") ? "Update" : "BoardUpdate";
                contract.at("/components/schemas/" + schema + "/discriminator/mapping")
                        .fieldNames()
                        .forEachRemaining(without::add);
                for (JsonNode example : operation(path).at("/requestBody/content/application~1json/examples")) {
                    JsonNode update = example.path("value");
                    without.remove(update.path("kind").asText());
                    var answer = own.as(own.person("office"))
                            .post(path.replace("{project}", "underpass"), update.toString(), "Idempotency-Key", key());
                    assertTrue(
                            answer.status() == 201 || refusals.contains(answer.code()),
                            () -> update + " " + answer.raw().body());
                }
            }
            assertEquals(Set.of(), without);
        }
    }

    /** The client of the tests measures every answer; here every operation that reads is asked once, of a full board. */
    @Test
    void every_answer_is_what_the_contract_promises() throws Exception {
        fill();
        String past = board.program().node().relay().board().day().minusDays(1).toString();
        for (String who : List.of("office", "wang", "g-li")) {
            is(200, as(who).get(PROJECT));
            is(200, as(who).get("/api/entries?project=underpass&limit=500"));
            is(200, as(who).get("/api/me"));
        }
        is(200, as("hall").get("/api/me"));
        is(200, as("hall").get("/api/board"));
        is(200, as("g-li").get("/api/me/link"));
        for (String path : List.of(
                "/api/board?asOf=" + past,
                "/api/changes?from=" + past,
                "/api/curve",
                "/api/digest",
                "/api/safety",
                "/api/rules",
                "/api/agenda",
                "/api/meetings",
                "/api/today",
                "/api/ledger",
                "/api/archive",
                "/api/door",
                PROJECT + "/grants",
                PROJECT + "/petitions",
                "/api/screens",
                "/api/people")) {
            is(200, as("office").get(path));
        }
        String still = "{\"kind\":\"still-true\"}";
        TestClient office = as("office");
        is(201, office.post(PROJECT + "/updates:batch", "{\"updates\":[" + still + "]}", "Idempotency-Key", key()));
        is(409, office.post(PROJECT + "/updates?expectedProjectSeq=1", still, "Idempotency-Key", key()));
        is(400, office.post(PROJECT + "/updates", "{}", "Idempotency-Key", key()));
    }

    private static void is(int status, TestClient.Answer answer) {
        assertEquals(
                status,
                answer.status(),
                () -> answer.raw().uri() + " " + answer.raw().body());
    }

    @Test
    void the_entity_tag_of_a_project_is_what_a_write_may_be_made_to_match() throws Exception {
        String tag = as("zhao")
                .get("/api/projects/park")
                .raw()
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        var told = as("zhao")
                .post(
                        "/api/projects/park/updates",
                        "{\"kind\":\"still-true\"}",
                        "Idempotency-Key",
                        key(),
                        "If-Match",
                        tag);
        assertEquals(201, told.status());
    }

    /** Something of everything, so that every part of a card is there. */
    private static void fill() throws Exception {
        String day = board.program().node().relay().board().day().toString();
        String later = board.program().node().relay().board().day().plusDays(9).toString();
        tell("office", "{'kind':'project-amended','site':{'latitude':30.9,'longitude':117},'weight':3,'owner':'局'}");
        long raised = tell(
                "wang",
                "{'kind':'blocker-raised','factor':'land','text':'未签','need':'款','from':'所','promised':'" + day
                        + "','milestones':['jacking']}");
        tell(
                "wang",
                "{'kind':'forecast-moved','milestone':'jacking','forecast':'2099-01-01','cause':'land','note':'迟'}");
        tell("wang", "{'kind':'blocker-cleared','blocker':" + raised + ",'how':'已签'}");
        tell("wang", "{'kind':'blocker-raised','factor':'permits','text':'未批','promised':'" + later + "'}");
        tell(
                "wang",
                "{'kind':'relocation-counted','asOf':'" + day
                        + "','mu':{'due':9,'signed':1,'vacated':0,'cleared':0,'handedOver':0}}");
        tell("wang", "{'kind':'petitions-counted','level':'low','open':1,'asOf':'" + day + "'}");
        for (int i = 0; i < 2; i++) {
            long hazard = tell("office", "{'kind':'hazard-found','severity':'general','place':'坑','text':'无'}");
            tell(
                    "wang",
                    "{'kind':'notice-issued','number':'" + i + "号','hazards':[" + hazard + "],'deadline':'" + later
                            + "','grant':'g-li'}");
            tell("g-li", "{'kind':'hazard-rectified','hazard':" + hazard + ",'text':'好'}");
            tell("wang", "{'kind':'hazard-rechecked','hazard':" + hazard + ",'passed':" + (i > 0) + ",'text':'看'}");
        }
        long issued = tell("li", "{'kind':'directive-issued','text':'办','deadline':'" + later + "','owner':'王'}");
        tell("wang", "{'kind':'directive-answered','directive':" + issued + ",'text':'办了'}");
        tell("li", "{'kind':'directive-sent-back','directive':" + issued + ",'reason':'不够'}");
        tell("wang", "{'kind':'investment-planned','total':900,'year':" + day.substring(0, 4) + ",'planned':90}");
        tell("wang", "{'kind':'investment-completed','month':'" + day.substring(0, 7) + "','completed':9}");
        tell("wang", "{'kind':'landmark-reached','landmark':'start','on':'" + day + "'}");
        tell("wang", "{'kind':'project-suspended','reason':'汛','approval':{'office':'镇党委会','document':'纪要7号'}}");
        tell("wang", "{'kind':'project-resumed','reason':'退','approval':{'office':'镇党委会','document':'纪要7号'}}");
        tell(
                "g-li",
                "{'kind':'progress-reported','milestone':'jacking','percent':44,'asOf':'" + day
                        + "','note':'报','forecast':'" + later + "','cause':'weather'}");
        as("g-li")
                .sendBytes(
                        PROJECT + "/photos",
                        Files.readAllBytes(Path.of("seeds/demo/bus-hall.jpg")),
                        "image/jpeg",
                        key())
                .taken();
        // What no line above tells, as the contract's examples do; some of them speak of what is not there.
        for (JsonNode example :
                operation("/api/projects/{project}/updates").at("/requestBody/content/application~1json/examples")) {
            as("office").tell("underpass", example.path("value").toString());
        }
        long last = tell("office", "{'kind':'still-true'}");
        TestBoard.await(
                "the board shows it",
                () -> board.program().node().relay().board().seq() >= last);
    }

    private static long tell(String who, String update) throws Exception {
        var answer = as(who).tell("underpass", update.replace('\'', '"'));
        assertEquals(201, answer.status(), () -> update + " " + answer.raw().body());
        return answer.json().path("seq").asLong();
    }
}
