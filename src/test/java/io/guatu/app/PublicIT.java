package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** What strangers see: nothing, until the office says so; then what was chosen, and nothing else. */
class PublicIT {
    private static final HttpClient STRANGER = HttpClient.newHttpClient();
    private static TestBoard board;
    private static TestClient office;
    private static int told;

    @BeforeAll
    static void start() throws Exception {
        board = TestBoard.start("demo", Clock.systemUTC());
        office = board.as(board.person("office"));
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + board.port() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return STRANGER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void agree(boolean open, String projects, String fields, String frames) throws Exception {
        String update = "{'kind':'publication-agreed','open':%s,'projects':[%s],'fields':[%s],'frames':[%s]}"
                .formatted(open, projects, fields, frames);
        assertEquals(
                201,
                office.post("/api/updates", update.replace('\'', '"'), "Idempotency-Key", "public-" + told++)
                        .status());
    }

    @Test
    void what_is_public_is_what_was_chosen_and_gone_when_it_is_taken_back() throws Exception {
        assertEquals(404, get("/public").statusCode(), "nothing at first");
        agree(true, "'hefan-underpass','bus-station'", "'lamp','progress'", "");
        JsonNode all = office.get("/api/public").json();
        assertEquals(2, all.path("projects").size());
        Set<String> members = new TreeSet<>();
        all.path("projects").forEach(item -> item.fieldNames().forEachRemaining(members::add));
        assertEquals(Set.of("id", "name", "lamp", "verified", "time", "asOf"), members);
        HttpResponse<String> page = get("/public");
        assertTrue(page.body().contains("何畈铁路下穿") && !page.body().contains("羽绒"), page.body());
        assertEquals(404, get("/public/feather-park").statusCode());
        assertEquals(404, get("/public/feather-park/badge").statusCode());
        assertEquals(404, get("/public/nowhere").statusCode());
        agree(false, "'hefan-underpass'", "'lamp'", "");
        for (String path : List.of("/public", "/api/public", "/public/hefan-underpass", "/public/bus-station/badge")) {
            assertEquals(404, get(path).statusCode(), path);
        }
    }

    private static HttpResponse<String> send(String form) throws Exception {
        return STRANGER.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + board.port() + "/complaints"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void strangers_complain_without_a_name_and_the_office_answers() throws Exception {
        HttpResponse<String> page = get("/complaints");
        assertTrue(page.body().contains("重点项目办公室") && page.body().contains("0556-0000000"), page.body());
        assertTrue(
                page.headers().firstValue("Content-Security-Policy").orElse("").contains("form-action 'self'"));
        String id = page.body().replaceAll("(?s).*name=\"id\" value=\"([^\"]+)\".*", "$1");
        String form = "id=" + id + "&words=" + URLEncoder.encode("夜里施工<b>太吵</b>", StandardCharsets.UTF_8) + "&contact=";
        for (int times = 0; times < 2; times++) {
            HttpResponse<String> sent = send(form);
            assertEquals(303, sent.statusCode(), sent.body());
            assertEquals(
                    "/complaints/" + id, sent.headers().firstValue("Location").orElse(""));
        }
        JsonNode all = office.get("/api/complaints").json().path("complaints");
        assertEquals(1, all.size(), "the same form is one");
        assertEquals("夜里施工<b>太吵</b>", all.path(0).path("words").asText());
        assertFalse(all.path(0).has("contact"));
        assertEquals(400, send("id=c-0000000000&words=%20").statusCode());
        assertEquals(429, send(form).statusCode());
        HttpResponse<String> waits = get("/complaints/" + id);
        assertFalse(waits.body().contains("太吵"), "what was written is not shown again");
        assertEquals(404, get("/complaints/c-00000000").statusCode());
        assertEquals(
                204,
                office.send("PUT", "/api/complaints/" + id, "{\"answer\":\"已停夜间施工<i>\",\"closed\":true}")
                        .status());
        HttpResponse<String> answered = get("/complaints/" + id);
        assertTrue(
                answered.body().contains("已停夜间施工&lt;i&gt;") && answered.body().contains("办结"), answered.body());
        assertTrue(
                office.get("/api/complaints").json().at("/complaints/0/closed").isTextual());
        String closed = "{\"kind\":\"operator-named\",\"organisation\":\"大关镇人民政府\",\"complaints\":\"otherwise\"}";
        assertEquals(
                201,
                office.post("/api/updates", closed, "Idempotency-Key", "operator")
                        .status());
        assertEquals(404, send(form).statusCode());
        assertFalse(get("/complaints").body().contains("<form"));
        assertFalse(office.get("/api/operator").json().path("complaints").asBoolean());
    }

    @Test
    void no_word_that_somebody_wrote_and_no_person_is_in_it_even_if_all_is_chosen() throws Exception {
        List<String> ids = new ArrayList<>();
        office.get("/api/board")
                .json()
                .path("cards")
                .forEach(card -> ids.add("'" + card.path("id").asText() + "'"));
        agree(true, String.join(",", ids), "'stage','lamp','progress','milestones','investment','place'", "");
        StringBuilder shown = new StringBuilder(get("/api/public").body())
                .append(get("/public").body());
        for (String id : ids) {
            shown.append(get("/public/" + id.replace("'", "")).body());
        }
        office.get("/api/people")
                .json()
                .path("people")
                .forEach(person -> assertFalse(
                        shown.toString().contains(person.path("name").asText()), person.toString()));
        office.get("/api/board").json().path("cards").forEach(card -> {
            card.path("blockers").forEach(each -> absent(shown, each.path("text")));
            card.path("directives").forEach(each -> absent(shown, each.path("text")));
            card.at("/safety/open").forEach(each -> absent(shown, each.path("text")));
            card.path("pending").forEach(each -> absent(shown, each.path("note")));
        });
        assertTrue(get("/public").body().contains("<polygon class=\"outline\""));
        assertTrue(get("/public/muqiao-road?lang=en").body().contains("<table>"));
    }

    private static void absent(StringBuilder shown, JsonNode words) {
        assertFalse(words.isTextual() && shown.toString().contains(words.asText()), words.toString());
    }

    @Test
    void it_is_cached_and_framed_by_whom_the_office_chose_and_there_alone() throws Exception {
        agree(true, "'bus-station'", "'lamp','progress'", "'https://www.town.example'");
        HttpResponse<String> card = get("/public/bus-station");
        assertTrue(policy(card).contains("frame-ancestors https://www.town.example"), policy(card));
        assertTrue(card.headers().firstValue("X-Frame-Options").isEmpty());
        assertTrue(policy(get("/public")).contains("frame-ancestors 'none'"));
        assertTrue(policy(get("/desk")).contains("frame-ancestors 'none'"));
        assertEquals(
                "public, max-age=60", card.headers().firstValue("Cache-Control").orElse(""));
        String tag = card.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, get("/public/bus-station", "If-None-Match", tag).statusCode());
        HttpResponse<String> badge = get("/public/bus-station/badge");
        assertEquals("image/svg+xml", badge.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                "cross-origin",
                badge.headers().firstValue("Cross-Origin-Resource-Policy").orElse(""));
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(badge.body())));
        agree(true, "'bus-station'", "'lamp'", "");
        assertTrue(policy(get("/public/bus-station")).contains("frame-ancestors 'none'"));
        assertEquals(
                "DENY",
                get("/public/bus-station")
                        .headers()
                        .firstValue("X-Frame-Options")
                        .orElse(""));
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElse("");
    }

    @Test
    void only_the_office_opens_it_and_only_what_is_there() throws Exception {
        String open =
                "{\"kind\":\"publication-agreed\",\"open\":true,\"projects\":[\"%s\"],\"fields\":[],\"frames\":[%s]}";
        assertEquals(
                403,
                board.as(board.person("wang"))
                        .post("/api/updates", open.formatted("bus-station", ""), "Idempotency-Key", "w")
                        .status());
        assertEquals(
                404,
                office.post("/api/updates", open.formatted("nowhere", ""), "Idempotency-Key", "n")
                        .status());
        for (String frame :
                List.of("\"*\"", "\"https://a.example; script-src *\"", "\"data:\"", "\"https://a.example/x\"")) {
            assertEquals(
                    400,
                    office.post("/api/updates", open.formatted("bus-station", frame), "Idempotency-Key", "f")
                            .status(),
                    frame);
        }
    }
}
