package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.ledger.Database;
import io.guatu.ledger.Json;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in: nothing is a fault of ours, and every refusal explains itself. */
class RubbishIT {
    private static TestBoard board;

    @BeforeAll
    static void start() throws Exception {
        board = TestBoard.start();
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
    }

    /** As it would come from a wire: no client of Java's would send these. */
    private record Answer(int status, String head, String body) {
        static Answer to(String request) throws Exception {
            try (Socket socket = new Socket("127.0.0.1", board.port())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int end = all.indexOf("\r\n\r\n");
                assertTrue(end > 0, all);
                return new Answer(Integer.parseInt(all.split(" ")[1]), all.substring(0, end), all.substring(end + 4));
            }
        }

        void isProblem() {
            assertTrue(head.toLowerCase().contains("content-type: application/problem+json"), head);
            JsonNode problem = Json.read(body, JsonNode.class);
            assertEquals(status, problem.path("status").asInt());
            assertTrue(!problem.path("detail").asText().isBlank());
        }
    }

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + board.screen("hall") + "\r\n\r\n";
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "/%, 400",
        "/%zz, 400",
        "/%00, 404",
        "/text/%00.json, 404",
        "/api/board?seq=%, 400",
        "/api/board?seq=1e400, 400",
        "/api/board?seq=99999999999999999999, 400",
        "/api/board?epoch=xx, 400",
        "/api/board?asOf=0000-00-00, 400",
        "/api/entries?text=%00, 400",
        "/api/entries?text=%zz, 400",
        "/api/entries?kind=%, 400",
        "/api/entries?limit=1e3, 400",
        "/api/entries?after=99999999999999999999, 400",
        "/api/projects/%zz, 400",
        "/api/projects/..%2f..%2fetc, 400",
        "/api/nothing, 404",
        "/..%2f..%2fetc%2fpasswd, 404",
        "/eventbus/websocket, 426",
        "/eventbus/0/abc/websocket, 426",
        "/eventbus/0/abc/xhr, 404",
    })
    void a_request_that_makes_no_sense_is_refused_in_words(String target, int status) throws Exception {
        Answer answer = Answer.to(get(target));
        assertEquals(status, answer.status(), answer::body);
        answer.isProblem();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/entries?text=%25",
                "/api/entries?text=%2B",
                "/api/entries?text=50%25+%E5%BC%A0",
                "/api/entries?text=%22",
                "/api/entries?text=a%5Cb",
                "/api/entries?text=-5",
                "/api/entries?text=%5B1%5D"
            })
    void a_search_for_odd_signs_is_a_search(String target) throws Exception {
        assertEquals(200, Answer.to(get(target)).status());
    }

    @Test
    void a_value_in_quotes_is_a_value_with_quotes() throws Exception {
        TestClient zhao = board.as(board.person("zhao"));
        String said = "{\"kind\":\"still-true\",\"note\":\"引号内外\"}";
        long plain = seq(zhao.tell("park", said, "k"));
        assertEquals(plain, seq(zhao.tell("park", said, "k")));
        assertNotEquals(plain, seq(zhao.tell("park", said, "\"k\"")), "another key");
        assertEquals(2, found("%E5%BC%95%E5%8F%B7%E5%86%85%E5%A4%96"));
        assertEquals(0, found("%22%E5%BC%95%E5%8F%B7%22"), "the note has no quotes");
    }

    private static int found(String text) throws Exception {
        return board.as(board.screen("hall"))
                .get("/api/entries?text=" + text)
                .json()
                .path("entries")
                .size();
    }

    private static long seq(TestClient.Answer told) {
        assertEquals(201, told.status(), () -> told.raw().body());
        return told.json().path("seq").asLong();
    }

    @Test
    void what_is_no_http_and_what_is_too_much_of_it_are_told_so() throws Exception {
        String host = "Host: localhost\r\n";
        for (String[] line : new String[][] {
            {"RUBBISH\r\n\r\n", "400"},
            {"GET / HTTP/1.1\r\n" + host + "Content-Length: some\r\n\r\n", "400"},
            {"GET /" + "a".repeat(9_000) + " HTTP/1.1\r\n" + host + "\r\n", "414"},
            {"GET / HTTP/1.1\r\n" + host + "X: " + "a".repeat(17_000) + "\r\n\r\n", "431"},
        }) {
            Answer answer = Answer.to(line[0]);
            assertEquals(Integer.parseInt(line[1]), answer.status(), answer::head);
            answer.isProblem();
            assertTrue(answer.head().toLowerCase().contains("connection: close"), answer.head());
            assertTrue(!answer.body().contains("\"invalid\""), "no field is marked: " + answer.body());
        }
    }

    @ParameterizedTest(name = "{0} {1} may {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | /wall            | GET, HEAD",
                "PUT    | /api/board       | GET",
                "DELETE | /api/screens     | GET, POST",
                "PUT    | /api/grants/g-li | DELETE"
            })
    void what_an_address_does_not_do_it_says_with_what_it_does(String method, String path, String allowed)
            throws Exception {
        var answer = board.as(board.person("office")).send(method, path, null);
        assertEquals(405, answer.status());
        assertEquals(allowed, answer.raw().headers().firstValue("Allow").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/wall", "/desk", "/report", "/style/tokens.css", "/sw.js"})
    void pages_have_a_head(String path) throws Exception {
        var answer = board.as(null).send("HEAD", path, null);
        assertEquals(200, answer.status());
        assertEquals("", answer.raw().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/2.0", "HTTP/1.7", "HTTP/0.9"})
    void another_version_of_http_is_refused_in_words(String version) throws Exception {
        Answer answer = Answer.to(get("/api/door").replace("HTTP/1.1", version));
        assertEquals(505, answer.status(), answer::head);
        answer.isProblem();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: text/plain\r\n",
                "Content-Type: image/gif\r\n",
                "Content-Type: image/jpegx\r\n"
            })
    void a_photo_has_one_of_the_types_that_the_contract_names(String type) throws Exception {
        Answer answer = Answer.to("POST /api/projects/park/photos HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + board.person("zhao") + "\r\nIdempotency-Key: p\r\n" + type
                + "Content-Length: 3\r\n\r\nabc");
        assertEquals(415, answer.status(), answer::body);
        answer.isProblem();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: a/b\r\n", "Host: [::1\r\n"})
    void who_names_no_host_is_answered_as_everybody_is(String host) throws Exception {
        Answer answer = Answer.to("GET / HTTP/1.1\r\nConnection: close\r\n" + host + "\r\n");
        assertEquals(400, answer.status(), answer::body);
        answer.isProblem();
        assertTrue(answer.head().toLowerCase().contains("x-content-type-options: nosniff"), answer.head());
    }

    @Test
    void another_content_type_is_415_and_a_key_may_have_any_signs() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(board.url() + "/api/session"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("name=zhao"))
                .build();
        assertEquals(
                415,
                HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode());
        TestClient zhao = board.as(board.person("zhao"));
        assertEquals(201, zhao.tell("park", "{\"kind\":\"still-true\"}", "100%").status());
        assertEquals(201, zhao.tell("park", "{\"kind\":\"still-true\"}", "a+b").status());
    }

    @Test
    void without_its_database_everything_that_needs_it_is_503_with_a_time_to_come_back() throws Exception {
        try (TestBoard lone = TestBoard.start()) {
            Database server = TestBoard.named(lone.database(), "postgres");
            String name = lone.database().name();
            TestBoard.execute(server, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
            TestBoard.execute(
                    server, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
            TestClient office = lone.as(lone.person("office"));
            for (TestClient.Answer answer : new TestClient.Answer[] {
                office.get("/api/entries"),
                office.get("/api/board?asOf=2026-01-01"),
                office.get("/api/screens"),
                lone.as(null).post("/api/session", "{\"name\":\"zhao\",\"password\":\"zhao-password\"}"),
            }) {
                assertEquals(503, answer.status(), () -> answer.raw().body());
                assertEquals("unavailable", answer.code());
                assertEquals(
                        "5", answer.raw().headers().firstValue("Retry-After").orElseThrow());
            }
        }
    }
}
