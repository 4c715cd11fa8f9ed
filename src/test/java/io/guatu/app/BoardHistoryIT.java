package io.guatu.app;

import static io.guatu.app.TestBoard.SMALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that are adopted, and days that are past. */
class BoardHistoryIT extends TownCase {
    @Test
    void adopted_rules_light_the_whole_board_and_history_keeps_its_colours() throws Exception {
        try (TestBoard own = TestBoard.start(SMALL, clock)) {
            TestClient office = own.as(own.person("office"));
            TestViewer viewer = new TestViewer(own.port(), own.screen("hall"), null).connect();
            TestBoard.await("connected", () -> viewer.seq() > 0);
            String rules =
                    "{\"id\":\"strict-1\",\"name\":{\"zh\":\"严\",\"en\":\"Strict\"},\"behind\":{\"measure\":\"points\",\"yellow\":0.1,\"red\":0.2}}";
            JsonNode preview = office.post("/api/board/preview", rules).json();
            assertEquals(
                    "strict-1",
                    preview.path("cards").get(0).path("lamp").path("rules").asText());
            assertEquals(
                    "daguan-1",
                    office.get("/api/rules").json().path("inForce").path("id").asText());
            assertEquals(
                    0,
                    office.get("/api/board?rules=sanya-1").json().path("prev").asInt());
            var adopted = office.post(
                    "/api/updates",
                    "{\"kind\":\"rules-adopted\",\"rules\":" + rules + ",\"reason\":\"从严\"}",
                    "Idempotency-Key",
                    "r");
            assertEquals(201, adopted.status(), () -> adopted.raw().body());
            long seq = adopted.json().path("seq").asLong();
            TestBoard.await(
                    "every card is lit anew",
                    () -> viewer.seq() >= seq
                            && viewer.cards().values().stream().allMatch(card -> card.path("lamp")
                                    .path("rules")
                                    .asText()
                                    .equals("strict-1")));
            String yesterday =
                    LocalDate.ofInstant(clock.instant(), ZONE).minusDays(1).toString();
            JsonNode then = office.get("/api/board?asOf=" + yesterday).json();
            assertEquals(
                    "daguan-1",
                    then.path("cards").get(0).path("lamp").path("rules").asText());
            assertEquals(
                    403,
                    own.as(own.person("wang"))
                            .post(
                                    "/api/updates",
                                    "{\"kind\":\"weighting-chosen\",\"weighting\":\"set\"}",
                                    "Idempotency-Key",
                                    "w")
                            .status());
        }
    }

    @Test
    void rules_that_could_not_be_adopted_are_not_previewed() throws Exception {
        var refused = as("office")
                .post(
                        "/api/board/preview",
                        "{\"id\":\"x\",\"name\":{\"zh\":\"一\",\"en\":\"x\"},\"late\":{\"yellow\":9,\"red\":3}}");
        assertEquals(422, refused.status());
        assertEquals("thresholds-unordered", refused.code());
    }

    @Test
    void a_past_day_is_shown_as_it_was_known_then() throws Exception {
        try (TestBoard own = TestBoard.start(SMALL, clock)) {
            String today = clock.today().toString();
            JsonNode shown = own.as(own.screen("hall")).get("/api/board").json();
            clock.ahead(Duration.ofDays(1));
            TestBoard.await(
                    "the day turned",
                    () -> !own.program().node().relay().board().day().toString().equals(today));
            TestClient wang = own.as(own.person("wang"));
            TestClient hall = own.as(own.screen("hall"));
            // Today we learn that it was further the day before: the day before did not know.
            long seq = wang.tell(
                            "underpass",
                            "{\"kind\":\"progress-reported\",\"milestone\":\"jacking\",\"percent\":88,\"asOf\":\""
                                    + today + "\"}")
                    .json()
                    .path("seq")
                    .asLong();
            TestBoard.await("seen", () -> own.program().node().relay().board().seq() >= seq);
            var past = hall.get("/api/board?asOf=" + today);
            JsonNode then = past.json();
            assertEquals(200, past.status(), () -> past.raw().body());
            assertEquals(shown.path("cards"), then.path("cards"));
            assertEquals(shown.path("totals"), then.path("totals"));
            assertNotEquals(shown.path("cards"), hall.get("/api/board").json().path("cards"));
            JsonNode changes = hall.get("/api/changes?from=" + today).json();
            assertEquals(1, changes.path("projects").size());
            assertTrue(
                    changes.path("projects").get(0).path("progress").path("to").asDouble()
                            > changes.path("projects")
                                    .get(0)
                                    .path("progress")
                                    .path("from")
                                    .asDouble());
            for (String path : List.of("/api/board?asOf=" + today, "/api/changes?from=" + today, "/api/digest")) {
                String tag = hall.get(path).raw().headers().firstValue("ETag").orElseThrow();
                assertEquals(304, hall.get(path, "If-None-Match", tag).status(), path);
                assertEquals(200, hall.get(path, "If-None-Match", "W/\"other\"").status(), path);
            }
            JsonNode digest = hall.get("/api/digest").json();
            assertEquals(hall.get("/api/curve").json(), digest.path("programme"));
            assertEquals(changes.path("lamps"), digest.path("yesterday").path("lamps"));
            assertEquals(
                    changes.path("before").path("projects"),
                    digest.path("yesterday").path("projects"));
            assertTrue(digest.path("meeting").isMissingNode(), "there was none");
            assertEquals("day-in-future", hall.get("/api/board?asOf=2099-01-01").code());
            assertEquals(400, hall.get("/api/board?asOf=2026-02-30").status());
            assertEquals(
                    0,
                    hall.get("/api/board?asOf=1999-01-01").json().path("cards").size());
        } finally {
            clock.ahead(Duration.ZERO);
        }
    }
}
