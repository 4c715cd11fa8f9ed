package io.guatu.app;

import static io.guatu.app.TestBoard.SMALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The whole domain through the API, as the people of a town use it. */
class DomainIT extends TownCase {
    @Test
    void a_hazard_goes_its_way_until_it_is_closed() throws Exception {
        long hazard =
                told("li", "underpass", "{'kind':'hazard-found','severity':'serious','place':'工作坑','text':'临边无防护'}");
        told(
                "wang",
                "underpass",
                "{'kind':'notice-issued','number':'整改〔2026〕1号','hazards':[" + hazard + "],'deadline':'" + day(7)
                        + "','grant':'g-li'}");
        JsonNode open = card("underpass").path("safety").path("open").get(0);
        assertEquals("noticed", open.path("status").asText());
        assertEquals(
                1,
                as("g-li").get("/api/projects/underpass").json().path("hazards").size());
        assertEquals(
                0,
                as("g-zhou")
                        .get("/api/projects/underpass")
                        .json()
                        .path("hazards")
                        .size());
        assertEquals(
                "hazard-not-waiting",
                as("g-zhou")
                        .tell("underpass", "{\"kind\":\"hazard-rectified\",\"hazard\":" + hazard + ",\"text\":\"好了\"}")
                        .code());
        told("g-li", "underpass", "{'kind':'hazard-rectified','hazard':" + hazard + ",'text':'护栏已装'}");
        told("wang", "underpass", "{'kind':'hazard-rechecked','hazard':" + hazard + ",'passed':true}");
        assertEquals(1, card("underpass").path("safety").path("closed").asInt());
        JsonNode report = as("hall").get("/api/safety").json();
        assertEquals(1, report.path("total").path("found").asInt());
        assertEquals(1, report.path("total").path("rectified").asInt());
    }

    @Test
    void days_that_slip_are_charged_to_what_was_in_the_way() throws Exception {
        long blocker = told(
                "wang",
                "underpass",
                "{'kind':'blocker-raised','factor':'permits','text':'要点未批','need':'天窗点','from':'工务段','promised':'"
                        + day(5) + "'}");
        LocalDate due = LocalDate.parse(card("underpass")
                .path("milestones")
                .get(1)
                .path("baseline")
                .path("finish")
                .asText());
        told(
                "wang",
                "underpass",
                "{'kind':'forecast-moved','milestone':'jacking','forecast':'" + due.plusDays(9)
                        + "','cause':'weather','note':'等天窗'}");
        JsonNode slips = as("wang").get("/api/projects/underpass").json().path("slips");
        JsonNode last = slips.get(slips.size() - 1);
        assertEquals(9, last.path("shares").get(0).path("days").asInt());
        assertEquals("permits", last.path("shares").get(0).path("cause").asText());
        assertEquals(blocker, last.path("shares").get(0).path("blocker").asLong());
        assertEquals(9, card("underpass").path("blockers").get(0).path("cost").asInt());
        assertEquals(
                9,
                as("hall")
                        .get("/api/board")
                        .json()
                        .path("totals")
                        .path("blockerDays")
                        .asInt());
    }

    @Test
    void petitions_are_for_few_eyes() throws Exception {
        told("zhao", "park", "{'kind':'petitions-counted','level':'high','open':7,'asOf':'" + day(0) + "'}");
        assertEquals(
                7,
                as("zhao")
                        .get("/api/projects/park/petitions")
                        .json()
                        .path("open")
                        .asInt());
        assertEquals(200, as("li").get("/api/projects/park/petitions").status());
        for (String who : new String[] {"wang", "hall", "g-park"}) {
            assertEquals(403, as(who).get("/api/projects/park/petitions").status(), who);
            assertFalse(
                    as(who).get("/api/entries?project=park&limit=500")
                            .raw()
                            .body()
                            .contains("petitions"),
                    who);
            assertFalse(as(who).get("/api/projects/park").raw().body().contains("petitions"), who);
        }
        assertTrue(as("zhao")
                .get("/api/entries?project=park&limit=500")
                .raw()
                .body()
                .contains("petitions"));
        assertFalse(as("zhao").get("/api/entries?limit=500").raw().body().contains("petitions"));
        assertFalse(as("hall").get("/api/board").raw().body().contains("petitions"));
    }

    @Test
    void who_is_disabled_is_out_at_once_and_a_reset_gives_a_new_password() throws Exception {
        try (TestBoard own = TestBoard.start(SMALL, clock)) {
            TestClient office = own.as(own.person("office"));
            TestClient wang = own.as(own.person("wang"));
            assertEquals(200, wang.get("/api/board").status());
            assertEquals(
                    201,
                    office.post(
                                    "/api/updates",
                                    "{\"kind\":\"person-disabled\",\"person\":\"wang\",\"reason\":\"调离\"}",
                                    "Idempotency-Key",
                                    "d")
                            .status());
            assertEquals(
                    401, wang.tell("underpass", "{\"kind\":\"still-true\"}").status());
            TestBoard.await("shut out", () -> status(wang) == 401);
            assertEquals(
                    "own-account",
                    office.post(
                                    "/api/updates",
                                    "{\"kind\":\"person-disabled\",\"person\":\"office\"}",
                                    "Idempotency-Key",
                                    "o")
                            .code());
            assertEquals(
                    201,
                    office.post(
                                    "/api/updates",
                                    "{\"kind\":\"person-enabled\",\"person\":\"wang\"}",
                                    "Idempotency-Key",
                                    "e")
                            .status());
            assertEquals(
                    201,
                    office.post(
                                    "/api/people/wang/password",
                                    "{\"password\":\"a-new-password\"}",
                                    "Idempotency-Key",
                                    "p")
                            .status());
            TestClient nobody = own.as(null);
            TestClient anew = own.as(own.person("wang"));
            TestBoard.await("back, by another log-in", () -> status(anew) == 200 && status(wang) == 401);
            assertEquals(
                    401,
                    nobody.post("/api/session", "{\"name\":\"wang\",\"password\":\"wang-password\"}")
                            .status());
            assertEquals(
                    200,
                    nobody.post(
                                    "/api/session",
                                    "{\"name\":\"wang\",\"password\":\"a-new-password\",\"newPassword\":\"one-of-my-own\"}")
                            .status());
            assertEquals(
                    404,
                    office.post(
                                    "/api/people/nobody/password",
                                    "{\"password\":\"a-new-password\"}",
                                    "Idempotency-Key",
                                    "n")
                            .status());
            JsonNode audit = office.get("/api/entries?by=office&kind=person-disabled")
                    .json()
                    .path("entries");
            assertEquals(1, audit.size());
            assertEquals(4, office.get("/api/people").json().path("people").size());
            assertEquals(403, own.as(own.person("wang")).get("/api/people").status());
            assertFalse(office.get("/api/entries?limit=500").raw().body().contains("a-new-password"));
        }
    }

    private static int status(TestClient client) {
        try {
            return client.get("/api/board").status();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void two_great_amounts_are_shown_and_a_greater_one_is_refused() throws Exception {
        for (String month : new String[] {"2026-01", "2026-02"}) {
            told("wang", "underpass", "{'kind':'investment-completed','month':'" + month + "','completed':100000000}");
        }
        assertEquals(
                200_000_000,
                card("underpass").path("investment").path("completedInAll").asLong());
        var refused = as("wang")
                .tell(
                        "underpass",
                        "{\"kind\":\"investment-completed\",\"month\":\"2026-03\",\"completed\":6000000000}");
        assertEquals(400, refused.status());
        assertEquals("UP", as("hall").get("/health/ready").json().path("status").asText());
    }

    @Test
    void a_node_whose_board_does_not_follow_the_ledger_says_that_it_is_not_ready() throws Exception {
        try (TestBoard own = TestBoard.start(SMALL, clock)) {
            TestClient nobody = own.as(null);
            assertEquals(200, nobody.get("/health/ready").status());
            // An entry that this program cannot read: only the database's owner could have put it there.
            TestBoard.execute(
                    own.database(),
                    "SET search_path TO guatu; INSERT INTO entry SELECT seq + 1, NULL, 0, at, 'x', 'OFFICE', 'x', NULL, "
                            + "'unheard-of', '{\"kind\":\"unheard-of\"}', seal FROM head; UPDATE head SET seq = seq + 1");
            TestBoard.await("it is not ready", () -> ready(nobody) == 503);
        }
    }

    private static int ready(TestClient client) {
        try {
            return client.get("/health/ready").status();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_archived_project_leaves_every_screen() throws Exception {
        try (TestBoard own = TestBoard.start(SMALL, clock)) {
            TestClient office = own.as(own.person("office"));
            TestViewer viewer = new TestViewer(own.port(), own.screen("hall"), null).connect();
            TestBoard.await("both are there", () -> viewer.cards().size() == 2);
            assertEquals(
                    201,
                    office.tell("park", "{\"kind\":\"project-archived\",\"reason\":\"已移交\"}")
                            .status());
            TestBoard.await("one is gone", () -> viewer.cards().size() == 1);
            assertEquals(404, office.get("/api/projects/park").status());
            assertEquals(
                    "project-archived",
                    office.tell("park", "{\"kind\":\"still-true\"}").code());
            assertEquals(
                    201, office.tell("park", "{\"kind\":\"project-restored\"}").status());
            TestBoard.await("it is back", () -> viewer.cards().size() == 2);
        }
    }
}
