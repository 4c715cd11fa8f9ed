package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telling and reading by the API: keys, scopes, and what is wrong said at its place. */
class ApiIT extends TownCase {
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
                "wang | {\"kind\":\"progress-reported\",\"milestone\":\"pit\",\"percent\":100,\"asOf\":\"2099-01-01\"} | 422 | as-of-in-future",
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
        String at = "?epoch=" + whole.json().path("epoch").asText() + "&day="
                + whole.json().path("day").asText() + "&seq="
                + whole.json().path("seq").asLong();
        assertEquals(
                2,
                as("hall").get("/api/board" + at).json().path("cards").size(),
                "who does not say what it saw begins anew");
        String position = at + "&seal=" + whole.json().path("seal").asText();
        assertEquals(304, as("hall").get("/api/board", "If-None-Match", etag).status());
        assertEquals(
                0, as("hall").get("/api/board" + position).json().path("cards").size());
        as("zhao").tell("park", "{\"kind\":\"still-true\"}").taken();
        TestBoard.await("the change shows", () -> cardsSince(position) == 1);
        assertEquals(403, as("g-li").get("/api/board").status());
        assertEquals(400, as("hall").get("/api/board?seq=minus").status());
    }

    private int cardsSince(String position) {
        try {
            return as("hall").get("/api/board" + position).json().path("cards").size();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
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
        as("office")
                .tell("park", "{\"kind\":\"project-archived\",\"reason\":\"移交\"}")
                .taken();
        TestBoard.await("it left", () -> archived() == 1);
        assertEquals(
                201,
                as("office").tell("park", "{\"kind\":\"project-restored\"}").status());
        TestBoard.await("it is back", () -> archived() == 0);
    }

    private int archived() {
        try {
            return as("office").get("/api/archive").json().path("projects").size();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
