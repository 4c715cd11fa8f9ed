package io.guatu.app;

import static io.guatu.app.TestBoard.SMALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.app.TestClient.Answer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One link for several projects of a company: what it opens, who gives it, and how each part of it ends. */
class InvitationIT {
    private static final String STILL = "{\"kind\":\"still-true\"}";
    private static final String BOTH = asked(
            "{\"project\":\"underpass\",\"milestones\":[\"jacking\"]}",
            "{\"project\":\"park\",\"milestones\":[\"plant\"]}");

    private final TestClock clock = new TestClock();
    private TestBoard board;
    private TestClient office;

    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start(SMALL, clock);
        office = board.as(board.person("office"));
    }

    @AfterEach
    void stop() throws Exception {
        board.close();
    }

    private static String asked(String... projects) {
        return "{\"contractor\":\"吴工\",\"company\":\"宏远建设\",\"projects\":[" + String.join(",", projects)
                + "],\"days\":30}";
    }

    private static Answer invite(TestClient who, String body, String key) throws Exception {
        return who.post("/api/invitations", body, "Idempotency-Key", key);
    }

    private JsonNode invited() throws Exception {
        Answer given = invite(office, BOTH, UUID.randomUUID().toString());
        assertEquals(201, given.status(), given.raw()::body);
        return given.json();
    }

    private static List<String> of(JsonNode all, String field) {
        return StreamSupport.stream(all.spliterator(), false)
                .map(each -> each.path(field).asText())
                .toList();
    }

    private JsonNode grants(String token) throws Exception {
        return board.as(token).get("/api/me").json().path("grants");
    }

    @Test
    void one_link_hands_out_a_token_for_each_project_and_opens_none_itself() throws Exception {
        JsonNode invitation = invited();
        assertTrue(invitation.path("link").asText().contains("/report#"));
        String link = invitation.path("token").asText();
        JsonNode grants = grants(link);
        assertEquals(List.of("underpass", "park"), of(grants, "project"));
        assertEquals("铁路下穿", grants.at("/0/name/zh").asText());
        for (JsonNode grant : grants) {
            TestClient phone = board.as(grant.path("token").asText());
            String project = grant.path("project").asText();
            String other = project.equals("park") ? "underpass" : "park";
            assertEquals(200, phone.get("/api/projects/" + project).status());
            assertEquals(201, phone.tell(project, STILL).status());
            assertEquals(403, phone.get("/api/projects/" + other).status());
            assertEquals(403, phone.tell(other, STILL).status());
        }
        TestClient itself = board.as(link);
        assertEquals(403, itself.get("/api/projects/park").status());
        assertEquals(403, itself.get("/api/board").status());
        assertEquals(403, itself.get("/api/entries?project=park").status());
        assertEquals(403, itself.tell("park", STILL).status());
        assertEquals(link, itself.get("/api/me/link").json().path("token").asText(), "for another phone");
        TestViewer viewer = new TestViewer(board.port(), link, "park").connect();
        TestBoard.await("it is refused", () -> !viewer.refusals().isEmpty());
    }

    @Test
    void each_project_is_withdrawn_by_itself_and_the_link_goes_on_with_the_others() throws Exception {
        String link = invited().path("token").asText();
        JsonNode before = grants(link);
        office.delete("/api/grants/" + before.at("/0/id").asText()).taken();
        assertEquals(List.of("park"), of(grants(link), "project"));
        assertEquals(
                401, board.as(before.at("/0/token").asText()).get("/api/me").status());
        assertEquals(
                200, board.as(before.at("/1/token").asText()).get("/api/me").status());
        office.delete("/api/grants/" + before.at("/1/id").asText()).taken();
        assertEquals(401, board.as(link).get("/api/me").status());
    }

    @Test
    void a_project_that_left_the_board_is_not_among_those_to_choose_from() throws Exception {
        String link = invited().path("token").asText();
        assertEquals(
                201,
                office.tell("park", "{\"kind\":\"project-archived\",\"reason\":\"并入二期\"}")
                        .status());
        assertEquals(List.of("underpass"), of(grants(link), "project"));
        assertEquals(
                201,
                office.tell("park", "{\"kind\":\"project-restored\",\"reason\":\"误操作\"}")
                        .status());
        assertEquals(List.of("underpass", "park"), of(grants(link), "project"));
    }

    @Test
    void it_ends_when_its_grants_do() throws Exception {
        String link = invited().path("token").asText();
        clock.ahead(Duration.ofDays(29));
        assertEquals(2, grants(link).size());
        clock.ahead(Duration.ofDays(31));
        assertEquals(401, board.as(link).get("/api/me").status());
    }

    @Test
    void who_may_not_give_all_of_it_gives_none_of_it() throws Exception {
        Answer refused = invite(board.as(board.person("wang")), BOTH, "k");
        assertEquals(403, refused.status());
        assertEquals("/projects/1/project", refused.json().at("/errors/0/path").asText());
        for (String wrong : List.of(
                "{\"project\":\"park\",\"milestones\":[\"nothing\"]}",
                "{\"project\":\"nowhere\",\"milestones\":[\"x\"]}")) {
            Answer answer =
                    invite(office, asked("{\"project\":\"underpass\",\"milestones\":[\"jacking\"]}", wrong), wrong);
            assertTrue(answer.status() == 422 || answer.status() == 404, answer.raw()::body);
            assertTrue(answer.json().at("/errors/0/path").asText().startsWith("/projects/1/"));
        }
        String once = "{\"project\":\"park\",\"milestones\":[\"plant\"]}";
        Answer twice = invite(office, asked(once, once), "twice");
        assertEquals(400, twice.status());
        assertEquals("/projects/1/project", twice.json().at("/errors/0/path").asText());
        JsonNode entries =
                office.get("/api/entries?kind=grant-issued&order=desc&limit=1").json();
        assertNotEquals("宏远建设", entries.at("/entries/0/update/company").asText(), "nothing was told");
    }

    @Test
    void a_resend_gives_no_second_access() throws Exception {
        JsonNode first = invite(office, BOTH, "once").json();
        JsonNode again = invite(office, BOTH, "once").json();
        assertEquals(first.path("id"), again.path("id"));
        assertEquals(first.path("grants"), again.path("grants"));
        assertEquals(first.path("expires"), again.path("expires"));
        assertEquals(2, grants(again.path("token").asText()).size());
    }

    @Test
    void its_link_is_shown_again_to_who_may_give_access_to_all_of_it_and_that_is_on_record() throws Exception {
        String id = invited().path("id").asText();
        String place = "/api/invitations/" + id + "/link";
        assertEquals(404, board.as(board.person("wang")).post(place, null).status(), "it would open the park, too");
        JsonNode listed = board.as(board.person("wang"))
                .get("/api/projects/underpass/grants")
                .json();
        String own = StreamSupport.stream(listed.path("grants").spliterator(), false)
                .filter(grant -> grant.path("invitation").asText().equals(id))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        String link = board.as(board.person("wang"))
                .post("/api/grants/" + own + "/link", null)
                .json()
                .path("token")
                .asText();
        assertEquals(
                "underpass",
                board.as(link).get("/api/me").json().at("/grant/project").asText());
        Answer shown = office.post(place, null);
        assertEquals(200, shown.status());
        assertEquals(2, grants(shown.json().path("token").asText()).size());
        JsonNode entries = office.get("/api/entries?kind=grant-shown").json().path("entries");
        assertEquals(3, entries.size(), "by wang of one, by the office of both");
    }

    @Test
    void companies_never_see_each_other_whatever_links_they_have() throws Exception {
        JsonNode own = grants(invited().path("token").asText());
        String other =
                "{\"contractor\":\"周工\",\"company\":\"桐北建工\",\"projects\":[{\"project\":\"underpass\",\"milestones\":[\"jacking\"]}],\"days\":30}";
        JsonNode theirs =
                grants(invite(office, other, "other").json().path("token").asText());
        String report = "{\"kind\":\"blocker-raised\",\"factor\":\"land\",\"text\":\"秘密的堵点\"}";
        assertEquals(
                201,
                board.as(theirs.at("/0/token").asText())
                        .tell("underpass", report)
                        .status());
        String seen = board.as(own.at("/0/token").asText())
                .get("/api/entries?project=underpass")
                .raw()
                .body();
        assertFalse(seen.contains("秘密的堵点"), seen);
    }
}
