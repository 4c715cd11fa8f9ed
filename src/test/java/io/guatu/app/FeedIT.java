package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.access.FeedSecret;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The board in calendars and news readers, as two libraries and an XML parser read it. */
class FeedIT {
    private static final HttpClient PROGRAM = HttpClient.newHttpClient();
    /** Whatever somebody writes: it must come out as it went in. */
    private static final String WRITTEN = "东侧3户, 西侧;a\\b <b>&\"</b>";

    private static TestBoard board;
    private static TestClient office;

    @BeforeAll
    static void start() throws Exception {
        board = TestBoard.start("demo", Clock.systemUTC());
        office = board.as(board.person("office"));
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
    }

    private static JsonNode made(TestClient who, String kind, String project) throws Exception {
        String asked = project == null ? "{\"kind\":\"%s\"}" : "{\"kind\":\"%s\",\"project\":\"" + project + "\"}";
        return asked(who, asked.formatted(kind), UUID.randomUUID());
    }

    private static JsonNode asked(TestClient who, String asked, UUID key) throws Exception {
        TestClient.Answer answer = who.post("/api/me/feeds", asked, "Idempotency-Key", key.toString());
        assertEquals(201, answer.status());
        return answer.json();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return PROGRAM.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + board.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void an_address_that_is_asked_for_again_under_its_key_is_one() throws Exception {
        TestClient liu = board.as(board.person("liu"));
        UUID key = UUID.randomUUID();
        JsonNode lost = asked(liu, "{\"kind\":\"calendar\"}", key);
        JsonNode again = asked(liu, "{\"kind\":\"calendar\"}", key);
        assertEquals(lost.path("id"), again.path("id"));
        assertEquals(1, liu.get("/api/me/feeds").json().path("feeds").size());
        assertEquals(404, get(lost.path("path").asText()).statusCode());
        assertEquals(200, get(again.path("path").asText()).statusCode());
    }

    /** UID → event, after both libraries found the same. */
    private static Map<String, VEvent> read(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/calendar; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        for (String line : answer.body().split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        }
        assertFalse(answer.body().replace("\r\n", "").contains("\n"));
        Map<String, VEvent> events = new HashMap<>();
        Biweekly.parse(answer.body())
                .first()
                .getEvents()
                .forEach(event -> events.put(event.getUid().getValue(), event));
        Map<String, String> others = new HashMap<>();
        for (Component event :
                new CalendarBuilder().build(new StringReader(answer.body())).getComponents()) {
            others.put(value(event, Property.UID), value(event, Property.DTSTART));
        }
        assertEquals(events.keySet(), others.keySet());
        events.forEach((uid, event) -> {
            assertFalse(event.getDateStart().getValue().hasTime(), uid);
            assertEquals(
                    others.get(uid),
                    event.getDateStart().getValue().getRawComponents().toString(false, false));
        });
        return events;
    }

    private static String value(Component event, String name) {
        return event.<Property>getProperty(name).getValue();
    }

    @Test
    void what_is_due_is_a_calendar_whose_events_move_and_stay_the_same() throws Exception {
        String path = made(office, "calendar", "hefan-underpass").path("path").asText();
        Map<String, VEvent> before = read(path);
        String uid = before.keySet().stream()
                .filter(each -> each.startsWith("milestone-box-jacking."))
                .findFirst()
                .orElseThrow();
        LocalDate later = LocalDate.now(TestBoard.ZONE).plusDays(40);
        String moved =
                "{\"kind\":\"forecast-moved\",\"milestone\":\"box-jacking\",\"forecast\":\"%s\",\"cause\":\"land\"}";
        assertEquals(
                201,
                office.tell("hefan-underpass", moved.formatted(later), "moved").status());
        String raised = "{\"kind\":\"blocker-raised\",\"factor\":\"land\",\"text\":\"%s\",\"promised\":\"%s\"}";
        String text = WRITTEN.replace("\\", "\\\\").replace("\"", "\\\"");
        assertEquals(
                201,
                office.tell("hefan-underpass", raised.formatted(text, later), "raised")
                        .status());
        Map<String, VEvent> after = read(path);
        assertEquals(
                later.toString().replace("-", ""),
                after.get(uid).getDateStart().getValue().getRawComponents().toString(false, false));
        assertTrue(after.get(uid).getSequence().getValue()
                > before.get(uid).getSequence().getValue());
        assertTrue(after.values().stream()
                .anyMatch(event -> WRITTEN.equals(event.getDescription().getValue())));
        assertTrue(after.keySet().containsAll(before.keySet()));
    }

    @Test
    void what_happened_is_a_feed_in_which_nothing_that_was_written_is_markup() throws Exception {
        String note = "{\"kind\":\"still-true\",\"note\":\"<script>x</script> & ]]>\"}";
        assertEquals(201, office.tell("muqiao-road", note, "markup").status());
        String path = made(office, "news", "muqiao-road").path("path").asText();
        HttpResponse<String> answer = get(path);
        Document feed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
        NodeList contents = feed.getElementsByTagName("content");
        assertEquals("<script>x</script> & ]]>", contents.item(0).getTextContent());
        assertTrue(contents.getLength() > 20 && contents.getLength() <= 50);
        assertEquals(0, feed.getElementsByTagName("script").getLength());
        NodeList ids = feed.getElementsByTagName("id");
        assertTrue(ids.item(1).getTextContent().startsWith("urn:uuid:"));
    }

    @Test
    void an_address_is_its_persons_alone_and_gone_when_it_is_taken_back() throws Exception {
        TestClient chen = board.as(board.person("chen"));
        JsonNode made = made(chen, "calendar", null);
        String path = made.path("path").asText();
        assertTrue(read(path).keySet().stream().anyMatch(uid -> uid.contains(".muqiao-road@")));
        assertFalse(read(path).keySet().stream().anyMatch(uid -> uid.contains(".hefan-underpass@")), "not chen's own");
        JsonNode list = chen.get("/api/me/feeds").json();
        assertFalse(list.toString().contains(path.split("/")[2]), "shown once");
        assertEquals(
                LocalDate.now(TestBoard.ZONE).toString(),
                list.at("/feeds/0/used").asText());
        assertEquals(404, get(path.replace("calendar.ics", "news.atom")).statusCode(), "another kind");
        String id = made.path("id").asText();
        assertEquals(404, office.delete("/api/me/feeds/" + id).status(), "not the office's");
        assertEquals(204, chen.delete("/api/me/feeds/" + id).status());
        assertEquals(404, get(path).statusCode());
        assertEquals(
                404,
                get("/feeds/" + FeedSecret.random().value() + "/calendar.ics").statusCode());
    }

    @Test
    void whose_account_is_closed_reads_nothing_and_no_log_holds_the_secret() throws Exception {
        String path = made(board.as(board.person("liu")), "calendar", null)
                .path("path")
                .asText();
        assertEquals(200, get(path).statusCode());
        assertEquals(
                201,
                office.post(
                                "/api/updates",
                                "{\"kind\":\"person-disabled\",\"person\":\"liu\",\"reason\":\"调离\"}",
                                "Idempotency-Key",
                                "liu")
                        .status());
        assertEquals(404, get(path).statusCode());
        assertFalse(office.get("/api/access-log").raw().body().contains(path.split("/")[2]));
    }
}
