package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.access.Subject;
import io.guatu.domain.PersonId;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiIT {
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    private static TestBoard board;

    @BeforeAll
    static void start() throws Exception {
        board = TestBoard.start();
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
    }

    /** With a note, so that no test depends on what another reported before. */
    private static String report(String milestone, Object percent) {
        return "{\"kind\":\"progress-reported\",\"milestone\":\"" + milestone + "\",\"percent\":" + percent
                + ",\"asOf\":\"" + TODAY + "\",\"note\":\"试验\"}";
    }

    private static TestClient as(String who) {
        return board.as(
                switch (who) {
                    case "nobody" -> null;
                    case "hall" -> board.screen("hall");
                    case "g-li", "g-zhou", "g-park" -> board.contractor(who);
                    default -> board.person(who);
                });
    }

    @Test
    void a_second_post_with_the_same_key_is_one_entry() throws Exception {
        TestClient li = as("g-li");
        var first = li.tell("underpass", report("jacking", 35), "same-key");
        var again = li.tell("underpass", report("jacking", 35), "same-key");
        assertEquals(201, first.status());
        assertEquals(201, again.status());
        assertEquals(first.json(), again.json());
        var other = li.tell("underpass", report("jacking", 36), "same-key");
        assertEquals(422, other.status());
        assertEquals("key-reused", other.code());
    }

    @Test
    void the_same_key_sent_many_times_at_once_is_one_entry() throws Exception {
        TestClient zhou = as("g-zhou");
        List<Long> seqs = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return zhou.tell("underpass", report("jacking", 40), "burst")
                                .json()
                                .path("seq")
                                .asLong();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .distinct()
                .toList();
        assertEquals(1, seqs.size());
    }

    @ParameterizedTest(name = "{0} posts to {1}: {2} → {3} {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nobody | underpass | still-true | 401 | token-missing",
                "hall   | underpass | still-true | 403 | not-in-scope",
                "li     | underpass | still-true | 403 | not-in-scope",
                "wang   | underpass | still-true | 201 |",
                "wang   | park      | still-true | 403 | not-in-scope",
                "office | park      | still-true | 201 |",
                "g-li   | underpass | still-true | 201 |",
                "g-li   | park      | still-true | 403 | not-in-scope",
                "office | nowhere   | still-true | 404 | unknown-project",
            })
    void who_may_post_where(String who, String project, String kind, int status, String code) throws Exception {
        var answer = as(who).tell(project, "{\"kind\":\"" + kind + "\"}");
        assertEquals(status, answer.status());
        if (code != null) {
            assertEquals(code, answer.code());
            assertEquals(
                    "application/problem+json",
                    answer.raw().headers().firstValue("Content-Type").orElseThrow());
        }
    }

    @ParameterizedTest(name = "{0}: {1} → {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "g-li | {\"kind\":\"progress-reported\",\"milestone\":\"pit\",\"percent\":5,\"asOf\":\"2026-01-01\"} | 403 | milestone-not-granted",
                "wang | {\"kind\":\"progress-reported\",\"milestone\":\"none\",\"percent\":5,\"asOf\":\"2026-01-01\"} | 422 | unknown-milestone",
                "wang | {\"kind\":\"progress-reported\",\"milestone\":\"pit\",\"percent\":5,\"asOf\":\"2026-01-01\"} | 422 | down-without-note",
                "wang | {\"kind\":\"progress-reported\",\"milestone\":\"pit\",\"percent\":100,\"asOf\":\"2999-01-01\"} | 422 | as-of-in-future",
                "wang | {\"kind\":\"progress-reported\",\"milestone\":\"pit\",\"percent\":101,\"asOf\":\"2026-01-01\"} | 400 | invalid",
                "wang | {\"kind\":\"progress-reported\",\"milestone\":\"pit\",\"percent\":\"5\",\"asOf\":\"2026-01-01\"} | 400 | invalid",
                "wang | {\"kind\":\"progress-reported\",\"milestone\":\"pit\",\"percent\":99.999,\"asOf\":\"2026-01-01\"} | 400 | invalid",
                "wang | {\"kind\":\"progress-reported\",\"milestone\":\"pit\",\"percent\":5,\"asOf\":\"2026-02-30\"} | 400 | invalid",
                "wang | {\"kind\":\"progress-reported\",\"milestone\":\"pit\",\"percent\":5,\"asOf\":\"2026-01-01\",\"from\":3} | 400 | invalid",
                "wang | {\"kind\":\"progress-verified\",\"report\":1} | 409 | report-not-pending",
                "wang | {\"kind\":\"progress-verified\",\"report\":9223372036854775808} | 400 | invalid",
                "wang | {\"kind\":\"grant-revoked\",\"grant\":\"g-li\"} | 400 | invalid",
                "wang | {\"kind\":\"milestone-planned\",\"milestone\":\"x\",\"name\":{\"zh\":\"一\",\"en\":\"x\"},\"weight\":1,\"start\":\"2026-01-02\",\"finish\":\"2026-01-03\"} | 422 | weights-over-100",
                "wang | {\"kind\":\"milestone-planned\",\"milestone\":\"pit\",\"name\":{\"zh\":\"一\",\"en\":\"x\"},\"weight\":1,\"start\":\"2026-01-02\",\"finish\":\"2026-01-03\"} | 409 | milestone-exists",
                "wang | {\"kind\": | 400 | invalid",
                "wang | [] | 400 | invalid",
                "wang | null | 400 | invalid",
            })
    void bad_input_gets_a_clear_error(String who, String body, int status, String code) throws Exception {
        var answer = as(who).tell("underpass", body);
        assertEquals(status, answer.status(), () -> answer.raw().body());
        assertEquals(code, answer.code());
        assertFalse(answer.json().path("detail").asText().isBlank());
        assertFalse(answer.raw().body().contains("Exception"), "no stack traces");
    }

    @Test
    void a_missing_key_is_400_and_says_so() throws Exception {
        var answer = as("wang")
                .post("/api/projects/underpass/updates", "{\"kind\":\"still-true\"}", "Accept-Language", "en");
        assertEquals(400, answer.status());
        assertEquals("key-missing", answer.code());
        assertTrue(answer.json().path("detail").asText().contains("Idempotency-Key"));
    }

    @Test
    void the_board_is_one_frame_with_an_etag() throws Exception {
        var whole = as("hall").get("/api/board");
        assertEquals(200, whole.status());
        assertEquals(0, whole.json().path("prev").asLong());
        assertEquals(2, whole.json().path("cards").size());
        String etag = whole.raw().headers().firstValue("ETag").orElseThrow();
        String position = "?epoch=" + whole.json().path("epoch").asText() + "&day="
                + whole.json().path("day").asText() + "&seq="
                + whole.json().path("seq").asLong();
        assertEquals(304, as("hall").get("/api/board", "If-None-Match", etag).status());
        assertEquals(
                0, as("hall").get("/api/board" + position).json().path("cards").size());
        as("zhao").tell("park", "{\"kind\":\"still-true\"}");
        TestBoard.await("the change shows", () -> cardsSince(position) == 1);
        assertEquals(403, as("g-li").get("/api/board").status());
        assertEquals(400, as("hall").get("/api/board?seq=minus").status());
    }

    private static int cardsSince(String position) {
        try {
            return as("hall").get("/api/board" + position).json().path("cards").size();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void companies_never_see_each_other() throws Exception {
        long zhous = as("g-zhou")
                .tell("underpass", report("jacking", 50))
                .json()
                .path("seq")
                .asLong();
        as("wang").tell("underpass", "{\"kind\":\"progress-returned\",\"report\":" + zhous + ",\"reason\":\"再报\"}");
        String lis = as("g-li").get("/api/entries?project=underpass").raw().body();
        assertFalse(lis.contains("周工") || lis.contains("安路公司"), lis);
        String card = as("g-li").get("/api/projects/underpass").raw().body();
        assertFalse(card.contains("周工") || card.contains("安路公司") || card.contains("\"pending\":["), card);
        assertEquals(403, as("g-li").get("/api/projects/park").status());
        assertEquals(403, as("g-li").get("/api/entries?project=park").status());
        assertEquals(403, as("g-li").get("/api/entries").status());
        var zhou = as("g-zhou")
                .get("/api/entries?project=underpass&order=desc&limit=1")
                .json()
                .path("entries");
        assertEquals(
                "progress-returned", zhou.get(0).path("update").path("kind").asText());
    }

    @Test
    void a_companys_newest_entries_come_first_however_long_the_projects_history_is() throws Exception {
        try (TestBoard own = TestBoard.start()) {
            TestBoard.execute(own.database(), """
                    INSERT INTO guatu.entry
                    SELECT h.seq + n, 'underpass', p.seq + n, h.at, 'wang', 'MANAGER', '王', NULL, 'still-true',
                           '{"kind":"still-true"}', repeat('0', 64)
                    FROM guatu.head h, generate_series(1, 20001) n,
                         (SELECT max(project_seq) AS seq FROM guatu.entry WHERE project = 'underpass') p;
                    UPDATE guatu.head SET seq = seq + 20001, seal = repeat('0', 64)
                    """);
            TestClient li = own.as(own.contractor("g-li"));
            long early = seq(li.tell("underpass", report("jacking", 30)));
            long told = seq(li.tell("underpass", report("jacking", 31)));
            long answered = seq(own.as(own.person("wang"))
                    .tell("underpass", "{\"kind\":\"progress-verified\",\"report\":" + told + "}"));
            String entries = "/api/entries?project=underpass";
            assertEquals(List.of(answered, told), seqs(li.get(entries + "&order=desc&limit=2")));
            assertEquals(List.of(early), seqs(li.get(entries + "&limit=1&before=" + told)));
            assertEquals(List.of(told, answered), seqs(li.get(entries + "&after=" + early)));
            assertEquals(List.of(), seqs(own.as(own.contractor("g-zhou")).get(entries + "&after=" + (early - 1))));
        }
    }

    @Test
    void a_company_gets_its_own_entries_the_answers_to_them_and_the_notices_to_it() throws Exception {
        TestClient wang = as("wang");
        TestClient li = as("g-li");
        long before = told(wang, "{'kind':'still-true'}");
        long raised = told(li, "{'kind':'blocker-raised','factor':'land','text':'未签'}");
        long towns = told(wang, "{'kind':'blocker-raised','factor':'permits','text':'未批'}");
        long cleared = told(wang, "{'kind':'blocker-cleared','blocker':" + raised + ",'how':'已签'}");
        told(wang, "{'kind':'blocker-cleared','blocker':" + towns + ",'how':'已批'}");
        List<Long> lis = new ArrayList<>(List.of(raised, cleared));
        for (String grant : List.of("g-li", "g-zhou")) {
            long hazard = told(as("office"), "{'kind':'hazard-found','severity':'general','place':'坑','text':'无'}");
            long notice = told(
                    wang,
                    "{'kind':'notice-issued','number':'本司" + grant + "','hazards':[" + hazard
                            + "],'deadline':'2999-01-01','grant':'" + grant + "'}");
            long rectified = told(as(grant), "{'kind':'hazard-rectified','hazard':" + hazard + ",'text':'好'}");
            long rechecked = told(wang, "{'kind':'hazard-rechecked','hazard':" + hazard + ",'passed':true}");
            if (grant.equals("g-li")) {
                lis.addAll(List.of(notice, rectified, rechecked));
            } else {
                assertEquals(
                        List.of(notice, rectified, rechecked),
                        seqs(as("g-zhou").get("/api/entries?project=underpass&after=" + before)));
            }
        }
        assertEquals(lis, seqs(li.get("/api/entries?project=underpass&after=" + before)));
    }

    private static long told(TestClient who, String update) throws Exception {
        return seq(who.tell("underpass", update.replace('\'', '"')));
    }

    private static long seq(TestClient.Answer told) {
        assertEquals(201, told.status(), told.raw().body());
        return told.json().path("seq").asLong();
    }

    private static List<Long> seqs(TestClient.Answer found) {
        assertEquals(200, found.status(), found.raw().body());
        return found.json().path("entries").findValues("seq").stream()
                .map(JsonNode::asLong)
                .toList();
    }

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

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"blocker-cleared\",\"blocker\":1} | /how | 这一项必填。",
                "{\"kind\":\"progress-reported\",\"milestone\":\"pit\",\"percent\":101,\"asOf\":\"2026-01-01\"} | /percent | 不能大于 100。",
                "{\"kind\":\"investment-planned\",\"year\":1900} | /year | 不能小于 2000。",
                "{\"kind\":\"investment-completed\",\"month\":\"2026-13\",\"completed\":1} | /month | 格式不对，或者只有空白。",
                "{\"kind\":\"project-amended\",\"name\":{\"zh\":\"\",\"en\":\"x\"}} | /name/zh | 太短，至少 1 个字符。",
                "{\"kind\":\"progress-reported\",\"milestone\":\"pit\",\"percent\":33.333,\"asOf\":\"2026-01-01\"} | /percent | 小数太多，最多 2 位。",
                "{\"kind\":\"milestone-planned\",\"milestone\":\"x\",\"name\":{\"zh\":\"一\",\"en\":\"x\"},\"weight\":0.001,\"start\":\"2026-01-02\",\"finish\":\"2026-01-03\"} | /weight | 小数太多，最多 2 位。",
                "{\"kind\":\"baseline-set\",\"name\":{\"zh\":\"一\",\"en\":\"x\"},\"cause\":\"scope-change\",\"reason\":\"调\",\"approval\":{\"office\":\"镇党委会\",\"document\":\"纪要7号\"},\"milestones\":[{\"milestone\":\"x\",\"name\":{\"zh\":\"一\",\"en\":\"x\"},\"weight\":33.333,\"start\":\"2026-01-02\",\"finish\":\"2026-01-03\"}]} | /milestones/0/weight | 小数太多，最多 2 位。",
                "{\"kind\":\"investment-planned\",\"total\":1.00005} | /total | 小数太多，最多 4 位。",
            })
    void what_does_not_fit_is_said_at_its_place_in_words(String body, String path, String said) throws Exception {
        var answer = as("office").tell("underpass", body);
        assertEquals(400, answer.status());
        assertEquals(
                path, answer.json().at("/errors/0/path").asText(), answer.raw().body());
        assertEquals(said, answer.json().at("/errors/0/message").asText());
        assertFalse(answer.raw().body().contains("io.guatu"), "no names of classes");
    }

    @Test
    void in_a_batch_it_is_said_at_its_place_too() throws Exception {
        var batch = as("office")
                .post(
                        "/api/projects/underpass/updates:batch",
                        "{\"updates\":[{\"kind\":\"still-true\"},{\"kind\":\"investment-completed\",\"month\":\"2026-01\",\"completed\":0.00001}]}",
                        "Idempotency-Key",
                        "too-fine");
        assertEquals(400, batch.status());
        assertEquals("/updates/1/completed", batch.json().at("/errors/0/path").asText());
        assertEquals("小数太多，最多 4 位。", batch.json().at("/errors/0/message").asText());
    }

    @Test
    void fields_that_yaml_would_take_for_truth_values_are_fields() throws Exception {
        String reached = "{\"kind\":\"landmark-reached\",\"landmark\":\"start\",\"on\":\"2026-01-01\"}";
        assertEquals(201, as("office").tell("underpass", reached).status());
        assertEquals(
                201,
                as("office")
                        .post(
                                "/api/updates",
                                "{\"kind\":\"calendar-adopted\",\"year\":2026,\"off\":[\"2026-10-01\"],\"on\":[\"2026-10-10\"]}",
                                "Idempotency-Key",
                                "calendar")
                        .status());
    }

    @Test
    void the_office_sees_what_left_the_board_and_brings_it_back() throws Exception {
        as("office").tell("park", "{\"kind\":\"project-archived\",\"reason\":\"移交\"}");
        TestBoard.await("it left", () -> archived() == 1);
        assertEquals(
                201,
                as("office").tell("park", "{\"kind\":\"project-restored\"}").status());
        TestBoard.await("it is back", () -> archived() == 0);
    }

    private static int archived() {
        try {
            return as("office").get("/api/archive").json().path("projects").size();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_expired_token_opens_nothing() throws Exception {
        String old = board.token(
                new Subject.Person(new PersonId("wang")), Instant.now().minusSeconds(1));
        assertEquals(401, board.as(old).get("/api/board").status());
    }

    @Test
    void pages_carry_a_strict_policy_and_load_nothing_from_outside() throws Exception {
        for (String page : List.of("/", "/wall", "/desk", "/report")) {
            var answer = as("nobody").get(page);
            assertEquals(200, answer.status(), page);
            String policy =
                    answer.raw().headers().firstValue("Content-Security-Policy").orElseThrow();
            assertTrue(policy.contains("default-src 'none'") && !policy.contains("unsafe"), policy);
            assertFalse(answer.raw().body().contains("https://"), page);
        }
        assertEquals(200, as("nobody").get("/openapi.yaml").status());
        assertEquals(200, as("nobody").get("/kinds.json").status());
        assertEquals(200, as("nobody").get("/.well-known/jwks.json").status());
        assertFalse(as("nobody").get("/.well-known/jwks.json").raw().body().contains("\"d\""));
        assertEquals(404, as("nobody").get("/nothing-here").status());
    }

    @Test
    void a_person_at_a_wrong_address_sees_a_page_and_a_program_gets_the_problem() throws Exception {
        for (String path : List.of("/nothing-here", "/api/boards", "/style/none.css")) {
            var page = as("nobody")
                    .get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language", "zh");
            assertTrue(page.status() == 404 || page.status() == 401, path);
            assertTrue(
                    page.raw()
                            .headers()
                            .firstValue("Content-Type")
                            .orElseThrow()
                            .startsWith("text/html"),
                    path);
            assertTrue(page.raw().body().contains("回到首页"), path);
            assertTrue(page.raw()
                    .headers()
                    .firstValue("Content-Security-Policy")
                    .orElseThrow()
                    .startsWith("default-src 'none'"));
        }
        assertEquals("not-found", as("nobody").get("/nothing-here").code());
        assertEquals(
                "not-found",
                as("nobody").get("/nothing-here", "Accept", "application/json").code());
    }

    @Test
    void what_is_no_request_is_answered_with_the_same_headers() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", board.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nno header\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            assertTrue(answer.startsWith("http/1.1 400"), answer);
            assertTrue(
                    answer.contains("x-content-type-options: nosniff") && answer.contains("content-security-policy:"),
                    answer);
        }
    }

    @Test
    void health_says_whether_it_is_ready() throws Exception {
        assertEquals(200, as("nobody").get("/health/live").status());
        assertEquals(200, as("nobody").get("/health/ready").status());
        assertEquals(
                404, as("nobody").get("/metrics", "X-Forwarded-For", "10.0.0.1").status());
        for (int i = 0; i < 3; i++) {
            as("nobody").send("INVENTED" + i, "/made-up-" + i, null);
        }
        String metrics = as("nobody").get("/metrics").raw().body();
        assertTrue(metrics.contains("jvm_memory"));
        assertFalse(
                metrics.contains("INVENTED") || metrics.contains("made-up"), "whoever invents words makes no series");
    }
}
