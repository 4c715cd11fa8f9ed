package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Json;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Templates of stages over HTTP: what ships, what the office makes of it, and plans that are told of them. */
class TemplatesIT extends TownCase {
    private List<String> offered() throws Exception {
        return StreamSupport.stream(
                        as("zhao")
                                .get("/api/templates")
                                .json()
                                .path("templates")
                                .spliterator(),
                        false)
                .map(template -> template.path("id").asText())
                .toList();
    }

    private JsonNode preview(String who, String... plans) throws Exception {
        String asked = "{\"plans\":[" + String.join(",", plans) + "]}";
        return as(who).post("/api/plans/preview", asked).json().path("plans");
    }

    private static String plan(String project, String template) {
        return "{\"project\":\"" + project + "\",\"template\":\"" + template
                + "\",\"start\":\"2026-03-01\",\"finish\":\"2026-12-20\"}";
    }

    private void opened(String project) throws Exception {
        told(
                "office",
                project,
                "{'kind':'project-opened','name':{'zh':'" + project
                        + "'},'sector':'transport.road','projectKind':'works','stage':'preparation'}");
    }

    private int told(String project, JsonNode updates, String key) throws Exception {
        return as("office")
                .post(
                        "/api/projects/" + project + "/updates:batch",
                        Json.write(java.util.Map.of("updates", updates)),
                        "Idempotency-Key",
                        key)
                .status();
    }

    @Test
    void the_office_changes_one_that_ships_makes_its_own_and_retires_both() throws Exception {
        assertTrue(offered()
                .containsAll(
                        List.of("building", "park", "production-line", "road", "village-renewal", "water-network")));
        String steps = "'steps':[{'milestone':'all','name':{'zh':'全部'},'weight':100,'start':0,'finish':100}]";
        board("{'kind':'template-saved','template':{'id':'park','name':{'zh':'园区'}," + steps + "}}");
        board("{'kind':'template-saved','template':{'id':'bridge','name':{'zh':'桥梁'}," + steps + "}}");
        JsonNode all = as("office").get("/api/templates").json().path("templates");
        assertEquals("park", all.at("/1/id").asText());
        assertEquals("园区", all.at("/1/name/zh").asText());
        assertTrue(all.at("/1/own").asBoolean());
        assertFalse(all.at("/0/own").asBoolean());
        assertEquals("bridge", all.at("/6/id").asText());
        board("{'kind':'template-retired','template':'park','name':{'zh':'园区'}}");
        board("{'kind':'template-retired','template':'bridge','name':{'zh':'桥梁'}}");
        assertFalse(offered().contains("park"));
        assertFalse(offered().contains("bridge"));
        assertEquals(
                "unknown-template",
                preview("office", plan("park", "bridge")).at("/0/refused/code").asText());
    }

    /** Tells the board something about itself. */
    private void board(String update) throws Exception {
        String json = update.replace('\'', '"');
        assertEquals(
                201,
                as("office")
                        .post("/api/updates", json, "Idempotency-Key", json.hashCode() + "")
                        .status());
    }

    @Test
    void plans_are_shown_then_told_once_and_never_over_another() throws Exception {
        opened("lane");
        JsonNode plans = preview("office", plan("lane", "road"), plan("underpass", "road"), plan("nowhere", "road"));
        JsonNode lane = plans.path(0);
        assertTrue(lane.path("refused").isMissingNode());
        assertEquals(7, lane.path("updates").size());
        assertEquals("2026-03-01", lane.at("/updates/0/start").asText());
        assertEquals("2026-12-20", lane.at("/updates/6/finish").asText());
        assertEquals("plan-exists", plans.at("/1/refused/code").asText());
        assertEquals("unknown-project", plans.at("/2/refused/code").asText());
        assertEquals(201, told("lane", lane.path("updates"), "lane-plan"));
        assertEquals(201, told("lane", lane.path("updates"), "lane-plan"));
        assertEquals(7, card("lane").path("milestones").size());
        assertEquals(
                7,
                as("office")
                        .get("/api/entries?project=lane&kind=milestone-planned")
                        .json()
                        .path("entries")
                        .size());
        JsonNode again = preview("office", plan("lane", "building")).path(0);
        assertTrue(again.at("/refused/detail").asText().contains("7"));
        assertEquals(422, told("lane", again.path("updates"), "another"));
        assertEquals(7, card("lane").path("milestones").size());
    }

    @Test
    void a_manager_plans_its_own_projects_and_a_day_that_is_none_is_said_by_its_place() throws Exception {
        JsonNode plans = preview("zhao", plan("underpass", "road"), plan("park", "road"));
        assertEquals("not-in-scope", plans.at("/0/refused/code").asText());
        assertEquals("plan-exists", plans.at("/1/refused/code").asText());
        JsonNode wrong = preview("office", plan("park", "road").replace("2026-12-20", "2026-02-20"));
        assertEquals("finish-before-start", wrong.at("/0/refused/code").asText());
        var none = as("office")
                .post(
                        "/api/plans/preview",
                        "{\"plans\":[" + plan("park", "road").replace("12-20", "02-30") + "]}");
        assertEquals(400, none.status());
        assertTrue(none.raw().body().contains("/plans/0"), none.raw().body());
    }
}
