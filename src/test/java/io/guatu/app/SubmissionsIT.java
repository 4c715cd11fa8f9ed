package io.guatu.app;

import static io.guatu.app.TestBoard.SMALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** What several tell at once, in a batch, or on what has moved meanwhile. */
class SubmissionsIT extends TownCase {
    @Test
    void a_batch_is_all_or_nothing_and_happens_once() throws Exception {
        long before = card("park").path("projectSeq").asLong();
        String bad =
                "{\"updates\":[{\"kind\":\"still-true\"},{\"kind\":\"blocker-cleared\",\"blocker\":1,\"how\":\"无\"}]}";
        var refused = as("zhao").post("/api/projects/park/updates:batch", bad, "Idempotency-Key", "bad");
        assertEquals("blocker-not-open", refused.code());
        assertEquals(
                "/updates/1", refused.json().path("errors").get(0).path("path").asText());
        assertEquals(before, card("park").path("projectSeq").asLong());
        String good =
                "{\"updates\":[{\"kind\":\"still-true\"},{\"kind\":\"investment-planned\",\"total\":1200.5},{\"kind\":\"still-true\"}]}";
        var first = as("zhao").post("/api/projects/park/updates:batch", good, "Idempotency-Key", "good");
        var again = as("zhao").post("/api/projects/park/updates:batch", good, "Idempotency-Key", "good");
        assertEquals(201, first.status(), () -> first.raw().body());
        assertEquals(3, first.json().path("entries").size());
        assertEquals(first.json(), again.json());
        assertEquals(
                404,
                as("zhao")
                        .post("/api/projects/park/updates:other", good, "Idempotency-Key", "x")
                        .status());
        String hundred = "{\"updates\":[" + "{\"kind\":\"still-true\"},".repeat(100) + "{\"kind\":\"still-true\"}]}";
        assertEquals(
                400,
                as("zhao")
                        .post("/api/projects/park/updates:batch", hundred, "Idempotency-Key", "y")
                        .status());
    }

    @Test
    void who_saw_an_older_state_is_refused_and_shown_the_present_one() throws Exception {
        long seen = card("park").path("projectSeq").asLong();
        told("office", "park", "{'kind':'still-true'}");
        String update = "{\"kind\":\"still-true\"}";
        var conflict = as("zhao")
                .post("/api/projects/park/updates?expectedProjectSeq=" + seen, update, "Idempotency-Key", "c1");
        assertEquals(409, conflict.status());
        assertEquals("moved-meanwhile", conflict.code());
        assertTrue(conflict.json().path("current").path("projectSeq").asLong() > seen);
        var failed = as("zhao")
                .post("/api/projects/park/updates", update, "Idempotency-Key", "c2", "If-Match", "\"" + seen + "\"");
        assertEquals(412, failed.status());
        long now = conflict.json().path("current").path("projectSeq").asLong();
        assertEquals(
                201,
                as("zhao")
                        .post(
                                "/api/projects/park/updates",
                                update,
                                "Idempotency-Key",
                                "c3",
                                "If-Match",
                                "\"" + now + "\"")
                        .status());
        assertEquals(
                400,
                as("zhao")
                        .post("/api/projects/park/updates", update, "Idempotency-Key", "c4", "If-Match", "W/x")
                        .status());
    }

    @Test
    void a_conflict_shows_a_contractor_its_site_and_a_stranger_nothing() throws Exception {
        told("wang", "underpass", "{'kind':'investment-planned','total':3600}");
        String update = "{\"kind\":\"still-true\"}";
        String path = "/updates?expectedProjectSeq=1";
        var own = as("g-li").post("/api/projects/underpass" + path, update, "Idempotency-Key", "s1");
        assertEquals("moved-meanwhile", own.code());
        assertTrue(own.json().path("current").has("lamp"));
        for (String meant : new String[] {"pending", "slippage", "blockers", "investment", "safety", "directives"}) {
            assertFalse(own.json().path("current").has(meant), meant);
        }
        var stranger = as("g-park").post("/api/projects/underpass" + path, update, "Idempotency-Key", "s2");
        assertEquals(403, stranger.status());
        assertFalse(stranger.json().has("current"));
        assertFalse(stranger.raw().body().contains("projectSeq"));
        var unknown = as("office").post("/api/projects/none" + path, update, "Idempotency-Key", "s3");
        assertEquals(404, unknown.status());
    }

    @Test
    void reports_of_two_companies_on_one_milestone_wait_side_by_side() throws Exception {
        try (TestBoard own = TestBoard.start(SMALL, clock)) {
            TestClient li = own.as(own.contractor("g-li"));
            TestClient zhou = own.as(own.contractor("g-zhou"));
            TestClient wang = own.as(own.person("wang"));
            String report = "{\"kind\":\"progress-reported\",\"milestone\":\"jacking\",\"percent\":%d,\"asOf\":\""
                    + day(0) + "\"}";
            long lis = li.tell("underpass", report.formatted(40))
                    .json()
                    .path("seq")
                    .asLong();
            long zhous = zhou.tell("underpass", report.formatted(45))
                    .json()
                    .path("seq")
                    .asLong();
            TestBoard.await(
                    "both are there", () -> own.program().node().relay().board().seq() >= zhous);
            JsonNode card = wang.get("/api/projects/underpass").json().path("card");
            assertEquals(2, card.path("pending").size());
            assertEquals(
                    45,
                    card.path("milestones")
                            .get(1)
                            .path("percent")
                            .path("pending")
                            .asInt());
            JsonNode lisCard = li.get("/api/projects/underpass").json().path("card");
            assertEquals(
                    40,
                    lisCard.path("milestones")
                            .get(1)
                            .path("percent")
                            .path("pending")
                            .asInt());
            assertFalse(lisCard.path("progress").has("pending"));
            TestViewer site = new TestViewer(own.port(), own.contractor("g-li"), "underpass").connect();
            TestBoard.await("the site is shown", () -> site.seq() > 0);
            assertFalse(site.cards().toString().contains("pending"));
            String verify = "{\"kind\":\"progress-verified\",\"report\":" + lis + "}";
            assertEquals(201, wang.tell("underpass", verify).status());
            assertEquals(
                    201,
                    wang.tell("underpass", verify.replace(Long.toString(lis), Long.toString(zhous)))
                            .status());
        }
    }
}
