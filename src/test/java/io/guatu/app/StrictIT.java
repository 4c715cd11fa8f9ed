package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Json;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What two readers could read in two ways is read in none: refused, in words, at its place. */
class StrictIT {
    private static final String UPDATES = "/api/projects/park/updates";
    private static TestBoard board;

    @BeforeAll
    static void start() throws Exception {
        board = TestBoard.start();
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
    }

    private record Answer(int status, JsonNode problem) {
        String place() {
            return problem.at("/errors/0/path").asText();
        }

        String message() {
            return problem.at("/errors/0/message").asText();
        }
    }

    /** As it would come from a wire: no client of Java's would send these. */
    private static Answer send(byte[] request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", board.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            assertTrue(end > 0, all);
            int status = Integer.parseInt(all.split(" ")[1]);
            boolean problem = all.toLowerCase().contains("content-type: application/problem+json");
            assertTrue(problem || status < 300, all);
            return new Answer(status, problem ? Json.read(all.substring(end + 4), JsonNode.class) : null);
        }
    }

    private static Answer post(String path, byte[] body, String type, String more) throws Exception {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("POST " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                        + board.person("zhao") + "\r\nContent-Type: " + type + "\r\n" + more + "Content-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return send(request.toByteArray());
    }

    private static Answer tell(byte[] body) throws Exception {
        return post(UPDATES, body, "application/json", "Idempotency-Key: " + UUID.randomUUID() + "\r\n");
    }

    private static Answer tell(String body) throws Exception {
        return tell(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_key_has_an_end_and_comes_once() throws Exception {
        byte[] still = "{\"kind\":\"still-true\"}".getBytes(StandardCharsets.UTF_8);
        Answer endless = post(UPDATES, still, "application/json", "Idempotency-Key: " + "k".repeat(10_000) + "\r\n");
        assertEquals(400, endless.status());
        assertEquals("Idempotency-Key", endless.place());
        assertTrue(endless.message().contains("100"), endless.message());
        assertEquals(
                "Idempotency-Key",
                post(UPDATES, still, "application/json", "Idempotency-Key: a\r\nIdempotency-Key: b\r\n")
                        .place());
        assertEquals(
                "If-Match",
                post(UPDATES, still, "application/json", "Idempotency-Key: a\r\nIf-Match: " + "1".repeat(99) + "\r\n")
                        .place());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n",
                "GET /api/door HTTP/1.1\r\n",
                "GET /api/door HTTP/1.1\r\nHost:\r\n",
                "GET /api/door HTTP/1.1\r\nHost: a b\r\n",
                "GET /api/door HTTP/1.1\r\nHost: <x>\r\n",
                "GET /api/door HTTP/1.1\r\nHost: localhost:port\r\n",
                "GET /api/door HTTP/1.1\r\nHost: localhost:99999999999\r\n",
                "GET /api/door HTTP/1.1\r\nHost: localhost\r\nHost: other\r\n",
                "GET /eventbus/websocket HTTP/1.1\r\n"
            })
    void a_request_names_one_host(String head) throws Exception {
        Answer answer = send((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        assertEquals(400, answer.status(), () -> String.valueOf(answer.problem()));
        assertEquals("host-invalid", answer.problem().path("code").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/entries?text=%C0%AF",
                "/api/entries?text=%ED%A0%80",
                "/api/entries?text=%FF",
                "/api/entries?text=\u00e5\u00bc\u00a0",
                "/api/projects/%C0%AF",
                "/api/entries?limit=5&limit=6",
                "/api/meetings/99999999999999999999",
                "/api/changes?fromSeq=1e400",
                "/api/entries?after=5.00000000000000000000001",
            })
    void a_question_that_can_be_read_in_two_ways_is_none(String target) throws Exception {
        Answer answer =
                send(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                                + board.person("zhao") + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(400, answer.status());
    }

    @Test
    void a_body_is_json_in_utf_8_and_nothing_like_it() throws Exception {
        byte[] still = "{\"kind\":\"still-true\",\"note\":\"真\"}".getBytes(StandardCharsets.UTF_8);
        String key = "Idempotency-Key: type\r\n";
        for (String type : new String[] {
            "application/jsonx",
            "application/json-patch+json",
            "text/json",
            "application/json; charset=gbk",
            "text/plain"
        }) {
            assertEquals(415, post(UPDATES, still, type, key).status(), type);
        }
        assertEquals(
                201, post(UPDATES, still, "Application/JSON;charset=UTF-8", key).status());
        String text = new String(still, StandardCharsets.UTF_8);
        for (Charset charset : new Charset[] {
            StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("UTF-32"), Charset.forName("GBK")
        }) {
            assertEquals(400, tell(text.getBytes(charset)).status(), charset::name);
        }
        assertEquals(400, tell("\uFEFF" + text).status());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind':'still-true','kind':'still-true'}                       | /kind",
                "{'kind':'still-true','note':'a','\\u006eote':'b'}               | /note",
                "{'kind':'still-true' /* so */}                                  | /",
                "{'kind':'still-true'}{}                                         | /",
                "{'kind':'still-true','note':'\\ud800'}                          | /note",
                "{'kind':'still-true','note':'\\udc00\\ud800'}                   | /note",
                "{'kind':'progress-reported','milestone':'plant','percent':50.000000000000000000000000001,'asOf':'2026-01-01'} | /percent",
                "{'kind':'progress-reported','milestone':'plant','percent':1e999999999,'asOf':'2026-01-01'} | /percent",
                "{'kind':1e999999999}                                            | /kind",
                "{'kind':'project-amended','site':{'latitude':30.00000000000000000001,'longitude':117}} | /site/latitude",
                "{'kind':'progress-verified','report':5.0000000000000000000000000000000001} | /report",
            })
    void what_would_be_stored_as_something_else_is_refused_where_it_stands(String body, String place) throws Exception {
        Answer answer = tell(body);
        assertEquals(400, answer.status(), body);
        assertEquals(place, answer.place(), () -> String.valueOf(answer.problem()));
        assertTrue(!answer.message().isBlank());
    }

    @Test
    void bytes_that_are_no_character_are_refused_in_passwords_too() throws Exception {
        for (String hex : new String[] {"C0AF", "EDA080", "FF", "F8888080"}) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes("{\"name\":\"zhao\",\"password\":\"".getBytes(StandardCharsets.UTF_8));
            body.writeBytes(HexFormat.of().parseHex(hex));
            body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
            assertEquals(
                    400,
                    post("/api/session", body.toByteArray(), "application/json", "")
                            .status(),
                    hex);
        }
        byte[] half = "{\"name\":\"zhao\",\"password\":\"zhao-password\\ud800\"}".getBytes(StandardCharsets.UTF_8);
        assertEquals(400, post("/api/session", half, "application/json", "").status());
        byte[] twice = "{\"name\":\"zhao\",\"password\":\"x\",\"password\":\"zhao-password\"}"
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "/password", post("/api/session", twice, "application/json", "").place());
    }

    @Test
    void an_id_or_a_nesting_without_end_is_refused_like_any_other() throws Exception {
        Answer id =
                tell("{'kind':'forecast-moved','milestone':'a" + "-a".repeat(30_000) + "','forecast':'2026-11-11'}");
        assertEquals("/milestone", id.place());
        assertEquals(400, tell("[".repeat(60_000)).status());
        assertEquals(
                400,
                tell("{'kind':'still-true','x':" + "9".repeat(60_000) + "}").status());
    }

    @Test
    void a_message_on_the_bridge_is_strict_too_and_the_line_goes_on() throws Exception {
        String token = "\"headers\":{\"Authorization\":\"Bearer " + board.screen("hall") + "\"}";
        for (String bad : new String[] {
            "{\"type\":\"register\",\"type\":\"register\",\"address\":\"board.live\"," + token + "}",
            "{\"type\":\"register\",\"address\":\"board.live\"," + token + "/* */}",
            "{\"type\":\"register\",\"address\":\"board.live\"," + token + ",\"body\":\"\\ud800\"}",
            "{\"type\":\"register\",\"address\":7," + token + "}",
            "{\"type\":7,\"address\":\"board.live\"," + token + "}",
            "{\"type\":\"register\",\"address\":\"board.live\"," + token + ",\"body\":1e999999999}",
            "\uFEFF{\"type\":\"register\",\"address\":\"board.live\"," + token + "}",
            // RawLine writes lengths of two bytes, which are for more than 125.
            "[]" + " ".repeat(200),
            "7" + " ".repeat(200),
            "[".repeat(20_000),
        }) {
            try (Socket socket = new Socket("127.0.0.1", board.port())) {
                socket.setSoTimeout(20_000);
                RawLine line = new RawLine(socket);
                line.say(bad);
                JsonNode refused = line.read();
                assertEquals("err", refused.path("type").asText(), bad);
                line.say("{\"type\":\"send\",\"address\":\"board.sync\",\"replyAddress\":\"r\",\"body\":{}," + token
                        + "}");
                assertEquals("rec", line.read().path("type").asText(), bad);
            }
        }
    }
}
