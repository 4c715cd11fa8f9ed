package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.access.Subject;
import io.guatu.domain.PersonId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** People and grants: who gives access, and what opens with it. */
class AccessIT extends TownCase {
    @Test
    void who_has_access_is_the_offices_to_know() throws Exception {
        assertFalse(as("hall").get("/api/entries?limit=500").raw().body().contains("grant-issued"));
        assertTrue(as("office").get("/api/entries?limit=500").raw().body().contains("grant-issued"));
        assertEquals(403, as("wang").get("/api/screens").status());
        assertEquals(403, as("zhao").get("/api/projects/underpass/grants").status());
    }

    @Test
    void a_grant_is_issued_once_used_and_revoked() throws Exception {
        String asked = "{\"contractor\":\"钱工\",\"company\":\"新公司\",\"milestones\":[\"jacking\"],\"days\":30}";
        TestClient wang = as("wang");
        var issued = wang.post("/api/projects/underpass/grants", asked, "Idempotency-Key", "g1");
        var again = wang.post("/api/projects/underpass/grants", asked, "Idempotency-Key", "g1");
        assertEquals(201, issued.status());
        assertEquals(issued.json().path("id"), again.json().path("id"));
        assertTrue(issued.json().path("link").asText().contains("/report#"));
        TestClient qian = board.as(issued.json().path("token").asText());
        TestBoard.await("the grant is known", () -> status(qian, "/api/me") == 200);
        assertEquals(201, qian.tell("underpass", report("jacking", 90)).status());
        String id = issued.json().path("id").asText();
        assertEquals(404, as("zhao").delete("/api/grants/" + id).status());
        assertEquals(204, wang.delete("/api/grants/" + id).status());
        assertEquals(204, wang.delete("/api/grants/" + id).status());
        var refused = qian.tell("underpass", report("jacking", 91));
        assertTrue(refused.status() == 401, () -> refused.raw().body());
        assertEquals(
                403,
                as("g-li")
                        .post("/api/projects/underpass/grants", asked, "Idempotency-Key", "g2")
                        .status());
    }

    private static int status(TestClient client, String path) {
        try {
            return client.get(path).status();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void people_log_in() throws Exception {
        TestClient nobody = as("nobody");
        var session = nobody.post("/api/session", "{\"name\":\"zhao\",\"password\":\"zhao-password\"}");
        assertEquals(200, session.status());
        assertEquals("manager", session.json().path("role").asText());
        assertEquals(
                200,
                board.as(session.json().path("token").asText()).get("/api/me").status());
    }

    @Test
    void the_office_adds_people_and_their_password_opens_the_desk() throws Exception {
        String asked =
                "{\"person\":\"sun\",\"name\":\"孙站长\",\"role\":\"manager\",\"projects\":[\"park\"],\"password\":\"sun-password\"}";
        assertEquals(
                403,
                as("wang").post("/api/people", asked, "Idempotency-Key", "p").status());
        assertEquals(
                201,
                as("office").post("/api/people", asked, "Idempotency-Key", "p").status());
        String first = "{\"name\":\"sun\",\"password\":\"sun-password\"";
        assertEquals(
                "password-first", as("nobody").post("/api/session", first + "}").code());
        assertEquals(
                200,
                as("nobody")
                        .post("/api/session", first + ",\"newPassword\":\"a-better-password\"}")
                        .status());
        String second = "{\"name\":\"sun\",\"password\":\"a-better-password\"";
        assertEquals(
                200,
                as("nobody")
                        .post("/api/session", second + ",\"newPassword\":\"a-third-password\"}")
                        .status());
        assertEquals(
                401,
                as("nobody").post("/api/session", second + "}").status(),
                "a choice that comes with a good password is made, not passed over");
        assertFalse(as("office").get("/api/entries?limit=500").raw().body().contains("sun-password"));
    }

    @Test
    void another_role_leaves_the_password_as_it_is_and_a_new_person_needs_one() throws Exception {
        String li = "{\"person\":\"li\",\"name\":\"李书记\",\"role\":\"leader\"}";
        assertEquals(
                201,
                as("office").post("/api/people", li, "Idempotency-Key", "l").status());
        assertEquals(
                200,
                as("nobody")
                        .post("/api/session", "{\"name\":\"li\",\"password\":\"li-password-1\"}")
                        .status());
        var refused = as("office").post("/api/people", li.replace("\"li\"", "\"qian\""), "Idempotency-Key", "q");
        assertEquals("password-missing", refused.code());
        assertEquals("/password", refused.json().at("/errors/0/path").asText());
    }

    @Test
    void an_expired_token_opens_nothing() throws Exception {
        String old = board.token(
                new Subject.Person(new PersonId("wang")), Instant.now().minusSeconds(1));
        assertEquals(401, board.as(old).get("/api/board").status());
    }
}
