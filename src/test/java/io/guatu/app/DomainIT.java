package io.guatu.app;

import static io.guatu.app.TestBoard.SMALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.domain.Coordinates;
import io.guatu.photo.TestPhoto;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole domain through the API, as the people of a town use it. */
class DomainIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final TestClock CLOCK = new TestClock();
    private static TestBoard board;

    @BeforeAll
    static void start() throws Exception {
        board = TestBoard.start(SMALL, CLOCK);
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
    }

    private static TestClient as(String who) {
        return board.as(
                switch (who) {
                    case "hall" -> board.screen("hall");
                    case "g-li", "g-zhou", "g-park" -> board.contractor(who);
                    default -> board.person(who);
                });
    }

    private static String day(int offset) {
        return CLOCK.today().plusDays(offset).toString();
    }

    /** Tells it, and waits until the board shows it. */
    private static long told(String who, String project, String update) throws Exception {
        var answer = as(who).tell(project, update.replace('\'', '"'));
        assertEquals(201, answer.status(), () -> answer.raw().body());
        long seq = answer.json().path("seq").asLong();
        TestBoard.await(
                "the board shows it",
                () -> board.program().node().relay().board().seq() >= seq);
        return seq;
    }

    private static JsonNode card(String project) throws Exception {
        return as("wang").get("/api/projects/" + project).json().path("card");
    }

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
    void a_photo_that_arrived_since_is_no_conflict() throws Exception {
        long seen = card("park").path("projectSeq").asLong();
        byte[] png = TestPhoto.plain(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png");
        assertEquals(
                201,
                as("zhao")
                        .sendBytes("/api/projects/park/photos", png, "image/png", "no-conflict")
                        .status());
        assertEquals(
                201,
                as("zhao")
                        .post(
                                "/api/projects/park/updates",
                                "{\"kind\":\"still-true\"}",
                                "Idempotency-Key",
                                "c5",
                                "If-Match",
                                "\"" + seen + "\"")
                        .status());
    }

    @Test
    void a_photo_goes_with_a_report_and_others_do_not_see_it() throws Exception {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        image.setRGB(5, 5, 0xffffff);
        told("office", "underpass", "{'kind':'project-amended','site':{'latitude':30.93,'longitude':116.98}}");
        byte[] jpeg = TestPhoto.jpeg(image, 6, "2020:01:01 08:00:00", new Coordinates(31.03, 116.98));
        var sent = as("g-li").sendBytes("/api/projects/underpass/photos", jpeg, "image/jpeg", "photo-1");
        assertEquals(201, sent.status(), () -> sent.raw().body());
        assertEquals(
                sent.json(),
                as("g-li")
                        .sendBytes("/api/projects/underpass/photos", jpeg, "image/jpeg", "photo-1")
                        .json());
        assertEquals(11_120, sent.json().path("metres").asInt(), 60);
        assertEquals("2020-01-01T00:00:00Z", sent.json().path("taken").asText());
        assertEquals(48, sent.json().path("width").asInt(), "it is kept upright");
        String id = sent.json().path("id").asText();
        told(
                "g-li",
                "underpass",
                "{'kind':'progress-reported','milestone':'jacking','percent':99,'asOf':'" + day(0) + "','photos':['"
                        + id + "']}");
        assertTrue(card("underpass").path("pending").toString().contains(id));
        String path = "/api/projects/underpass/photos/" + id;
        for (String who : new String[] {"g-li", "wang", "li", "hall", "zhao"}) {
            var read = as(who).get(path + "?size=thumbnail");
            assertEquals(200, read.status(), who);
            assertEquals(
                    "image/jpeg",
                    read.raw().headers().firstValue("Content-Type").orElseThrow());
        }
        assertEquals(404, as("g-zhou").get(path).status());
        assertEquals(403, as("g-park").get(path).status());
        assertEquals(
                403,
                as("g-park")
                        .sendBytes("/api/projects/underpass/photos", jpeg, "image/jpeg", "p2")
                        .status());
        var other = as("g-li")
                .sendBytes(
                        "/api/projects/underpass/photos",
                        TestPhoto.jpeg(image, 6, null, null),
                        "image/jpeg",
                        "photo-2");
        assertEquals(id, other.json().path("seen").asText(), "nearly the same as an earlier one");
        // The same bytes from another company: it may name them, and learns nothing of who sent them first.
        var zhous = as("g-zhou").sendBytes("/api/projects/underpass/photos", jpeg, "image/jpeg", "photo-3");
        assertEquals(201, zhous.status());
        assertFalse(zhous.json().has("seen"), zhous.raw().body());
        told(
                "g-zhou",
                "underpass",
                "{'kind':'progress-reported','milestone':'jacking','percent':98,'asOf':'" + day(0) + "','photos':['"
                        + id + "']}");
        JsonNode kept = photo(as("wang"), id);
        assertEquals(id, kept.path("photo").path("seen").asText());
        assertEquals(2, kept.path("sent").asInt());
        assertEquals(2, kept.path("named").asInt());
        assertEquals("李工", kept.path("by").path("name").asText());
        JsonNode own = photo(as("g-zhou"), id);
        assertEquals("周工", own.path("by").path("name").asText());
        assertFalse(own.toString().contains("g-li"), own.toString());
        // And in another project: the town is told, the contractor is not.
        var parks = as("g-park").sendBytes("/api/projects/park/photos", jpeg, "image/jpeg", "photo-4");
        assertFalse(parks.json().has("seen"), parks.raw().body());
        assertFalse(as("g-park").get("/api/entries?project=park").raw().body().contains("\"seen\""));
        assertTrue(as("zhao")
                .get("/api/entries?project=park&limit=500")
                .raw()
                .body()
                .contains("\"seen\":\"" + id));
    }

    private static JsonNode photo(TestClient client, String id) throws Exception {
        for (JsonNode photo : client.get("/api/projects/underpass").json().path("photos")) {
            if (photo.path("photo").path("id").asText().equals(id)) {
                return photo;
            }
        }
        throw new AssertionError("no photo " + id);
    }

    @Test
    void who_must_rectify_sees_the_photos_of_the_hazard() throws Exception {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.setRGB(30, 20, 0xff0000);
        String photo = as("wang")
                .sendBytes(
                        "/api/projects/underpass/photos",
                        TestPhoto.jpeg(image, 1, null, null),
                        "image/jpeg",
                        "hazard-photo")
                .json()
                .path("id")
                .asText();
        long hazard = told(
                "wang",
                "underpass",
                "{'kind':'hazard-found','severity':'general','place':'坑','text':'无护栏','photos':['" + photo + "']}");
        String path = "/api/projects/underpass/photos/" + photo;
        assertEquals(404, as("g-li").get(path).status());
        told(
                "wang",
                "underpass",
                "{'kind':'notice-issued','number':'整改〔2026〕9号','hazards':[" + hazard + "],'deadline':'" + day(7)
                        + "','grant':'g-li'}");
        assertEquals(200, as("g-li").get(path).status());
        assertEquals(404, as("g-zhou").get(path).status());
    }

    @Test
    void reports_of_two_companies_on_one_milestone_wait_side_by_side() throws Exception {
        try (TestBoard own = TestBoard.start(SMALL, CLOCK)) {
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

    @ParameterizedTest(name = "{0} of {1} bytes as a photo → {2} {3}")
    @CsvSource({
        "image/jpeg, 11000000, 413, too-large",
        "image/png, 100, 422, photo-unreadable",
        "image/jpeg, 0, 422, photo-unreadable"
    })
    void what_is_no_photo_is_refused(String type, int bytes, int status, String code) throws Exception {
        var answer = as("g-li")
                .sendBytes(
                        "/api/projects/underpass/photos",
                        new byte[bytes],
                        type,
                        UUID.randomUUID().toString());
        assertEquals(status, answer.status(), () -> answer.raw().body());
        assertEquals(code, answer.code());
    }

    @Test
    void adopted_rules_light_the_whole_board_and_history_keeps_its_colours() throws Exception {
        try (TestBoard own = TestBoard.start(SMALL, CLOCK)) {
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
                    LocalDate.ofInstant(CLOCK.instant(), ZONE).minusDays(1).toString();
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
        try (TestBoard own = TestBoard.start(SMALL, CLOCK)) {
            String today = CLOCK.today().toString();
            JsonNode shown = own.as(own.screen("hall")).get("/api/board").json();
            CLOCK.ahead(Duration.ofDays(1));
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
            assertEquals("day-in-future", hall.get("/api/board?asOf=2999-01-01").code());
            assertEquals(400, hall.get("/api/board?asOf=2026-02-30").status());
            assertEquals(
                    0,
                    hall.get("/api/board?asOf=1999-01-01").json().path("cards").size());
        } finally {
            CLOCK.ahead(Duration.ZERO);
        }
    }

    @Test
    void who_is_disabled_is_out_at_once_and_a_reset_gives_a_new_password() throws Exception {
        try (TestBoard own = TestBoard.start(SMALL, CLOCK)) {
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
        try (TestBoard own = TestBoard.start(SMALL, CLOCK)) {
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
        try (TestBoard own = TestBoard.start(SMALL, CLOCK)) {
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
