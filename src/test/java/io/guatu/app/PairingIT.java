package io.guatu.app;

import static io.guatu.app.TestBoard.SMALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.app.TestClient.Answer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wall that shows a code, an office that types it, and everybody else. */
class PairingIT {
    private final TestClock clock = new TestClock();
    private TestBoard board;

    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start(SMALL, clock);
    }

    @AfterEach
    void stop() throws Exception {
        board.close();
    }

    private static Answer open(TestBoard node) throws Exception {
        return node.as(null).post("/api/pairings", null);
    }

    private JsonNode open() throws Exception {
        Answer opened = open(board);
        assertEquals(201, opened.status());
        return opened.json();
    }

    private static Answer ask(TestBoard node, JsonNode wall) throws Exception {
        return node.as(null)
                .post(
                        "/api/pairings/token",
                        "{\"deviceCode\":\"" + wall.path("deviceCode").asText() + "\"}");
    }

    private Answer ask(JsonNode wall) throws Exception {
        return ask(board, wall);
    }

    private static Answer type(TestBoard node, String code, String name, String key) throws Exception {
        return node.as(node.person("office"))
                .post(
                        "/api/pairings/approval",
                        "{\"userCode\":\"" + code + "\",\"name\":\"" + name + "\"}",
                        "Idempotency-Key",
                        key);
    }

    private Answer type(String code) throws Exception {
        return type(board, code, "二楼会议室", UUID.randomUUID().toString());
    }

    private static String code(JsonNode wall) {
        return wall.path("userCode").asText();
    }

    @Test
    void a_typed_code_gives_the_wall_its_token_once_and_is_an_entry_of_the_ledger() throws Exception {
        JsonNode wall = open();
        assertEquals(204, ask(wall).status(), "authorization pending");
        Answer typed =
                type(code(wall).substring(0, 3).toLowerCase() + " " + code(wall).substring(3));
        assertEquals(201, typed.status());
        Answer taken = ask(wall);
        assertEquals(200, taken.status());
        assertEquals("二楼会议室", taken.json().path("name").asText());
        String token = taken.json().path("token").asText();
        assertEquals(
                "screen", board.as(token).get("/api/me").json().path("role").asText());
        assertEquals(200, board.as(token).get("/api/board").status());
        assertEquals("pairing-over", ask(wall).code(), "it is given once");
        JsonNode entry = board.as(board.person("office"))
                .get("/api/entries?kind=screen-issued&order=desc&limit=1")
                .json()
                .at("/entries/0");
        assertEquals(typed.json().path("id"), entry.at("/update/screen"));
        assertEquals("office", entry.at("/by/id").asText());
        long kept = TestBoard.number(
                board.database(),
                "SELECT count(*) FROM guatu.pairing WHERE pairing::text LIKE '%"
                        + wall.path("deviceCode").asText() + "%'");
        assertEquals(0, kept, "only a hash of the secret is kept");
    }

    @Test
    void what_was_typed_at_one_node_lights_the_wall_of_another() throws Exception {
        try (TestBoard other = board.second()) {
            JsonNode wall = open();
            assertEquals(204, ask(other, wall).status());
            assertEquals(201, type(other, code(wall), "门厅", "k").status());
            TestBoard.await(
                    "the wall's own node knows",
                    () -> board.program().node().relay().roster().screens().values().stream()
                            .anyMatch(screen -> screen.issued().name().equals("门厅")));
            // Both nodes are asked at once, by a wall that was impatient: one of them gives it.
            List<Integer> answers = Stream.of(board, other, board, other)
                    .map(node -> CompletableFuture.supplyAsync(() -> {
                        try {
                            return ask(node, wall).status();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    }))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 410, 410, 410), answers);
        }
    }

    @Test
    void a_code_lives_ten_minutes_and_who_types_it_late_is_told_so() throws Exception {
        JsonNode wall = open();
        assertEquals(600, wall.path("expiresIn").asInt());
        clock.ahead(Duration.ofMinutes(10));
        Answer late = type(code(wall));
        assertEquals("code-expired", late.code());
        assertEquals(410, late.status());
        assertTrue(late.json().path("detail").asText().contains("新代码"), "what to do");
        clock.ahead(Duration.ofSeconds(606));
        assertEquals("pairing-over", ask(wall).code());
        clock.ahead(Duration.ofHours(1));
        open();
        assertEquals("unknown-code", type(code(wall)).code(), "and forgotten");
        assertEquals(1, TestBoard.number(board.database(), "SELECT count(*) FROM guatu.pairing"));
    }

    @Test
    void a_code_typed_in_its_last_moment_is_good() throws Exception {
        clock.stop();
        JsonNode wall = open();
        clock.ahead(Duration.ofSeconds(599));
        assertEquals(201, type(code(wall)).status());
        clock.ahead(Duration.ofSeconds(602));
        assertEquals(200, ask(wall).status());
    }

    @Test
    void a_wrong_code_says_what_to_look_at_and_names_its_field() throws Exception {
        open();
        for (String wrong : List.of("333333", "K7M4X0", "不是代码", "'; DROP TABLE pairing; --")) {
            Answer answer = type(wrong);
            assertEquals(404, answer.status());
            assertEquals("unknown-code", answer.code());
            assertEquals("/userCode", answer.json().at("/errors/0/path").asText());
        }
    }

    @Test
    void a_code_pairs_one_wall_and_a_resend_is_no_second() throws Exception {
        JsonNode wall = open();
        Answer first = type(board, code(wall), "门厅", "one");
        Answer again = type(board, code(wall), "门厅", "one");
        assertEquals(201, again.status());
        assertEquals(first.json(), again.json());
        Answer other = type(board, code(wall), "另一块", "two");
        assertEquals(409, other.status());
        assertEquals("code-used", other.code());
        assertEquals(200, ask(wall).status());
        clock.ahead(Duration.ofMinutes(11));
        assertEquals(201, type(board, code(wall), "门厅", "one").status(), "also when the code is long over");
    }

    @Test
    void a_wall_whose_access_was_withdrawn_before_it_took_it_gets_none() throws Exception {
        JsonNode wall = open();
        String screen = type(code(wall)).json().path("id").asText();
        assertEquals(
                204,
                board.as(board.person("office"))
                        .delete("/api/screens/" + screen)
                        .status());
        assertEquals("pairing-over", ask(wall).code());
    }

    @Test
    void who_guesses_is_slowed_down_and_so_is_who_asks_for_codes() throws Exception {
        clock.stop();
        for (int i = 0; i < 10; i++) {
            assertEquals(404, type("333333").status());
            assertEquals(201, open(board).status());
        }
        for (Answer slowed : List.of(type("333333"), open(board))) {
            assertEquals(429, slowed.status());
            assertEquals("6", slowed.raw().headers().firstValue("Retry-After").orElseThrow());
        }
        clock.ahead(Duration.ofSeconds(6));
        assertEquals(201, open(board).status());
        assertEquals(404, type("333333").status());
    }

    @Test
    void no_more_codes_are_open_than_may_be() throws Exception {
        TestBoard.execute(board.database(), """
                INSERT INTO guatu.pairing (code, hash, screen, expires)
                SELECT 'code' || n, decode(md5(n::text), 'hex'), 's-' || n, '2100-01-01'
                FROM generate_series(1, 500) AS n
                """);
        Answer full = open(board);
        assertEquals(429, full.status());
        assertEquals("too-many-pairings", full.code());
        assertEquals("60", full.raw().headers().firstValue("Retry-After").orElseThrow());
    }

    @Test
    void links_and_codes_are_made_for_the_address_that_the_office_named() throws Exception {
        TestClient office = board.as(board.person("office"));
        assertTrue(open().path("verificationUriComplete").asText().startsWith(board.url() + "/desk/screens?code="));
        String named = "{\"kind\":\"address-named\",\"address\":\"https://board.example/\"}";
        assertEquals(
                201, office.post("/api/updates", named, "Idempotency-Key", "k").status());
        JsonNode wall = open();
        assertEquals(
                "https://board.example/desk/screens?code=" + code(wall),
                wall.path("verificationUriComplete").asText());
        JsonNode english = board.as(null)
                .post("/api/pairings", null, "Accept-Language", "en")
                .json();
        assertEquals(
                "https://board.example/desk/screens?code=" + code(english) + "&lang=en",
                english.path("verificationUriComplete").asText());
        String screen = office.post("/api/screens", "{\"name\":\"门厅\"}", "Idempotency-Key", "s")
                .json()
                .path("link")
                .asText();
        assertTrue(screen.startsWith("https://board.example/wall#"), screen);
        String grant = office.post("/api/grants/g-li/link", null)
                .taken()
                .json()
                .path("link")
                .asText();
        assertTrue(grant.startsWith("https://board.example/report#"), grant);
        for (String bad :
                List.of("board.example", "ftp://board.example", "https://board.example/desk", "https://a b")) {
            String body = "{\"kind\":\"address-named\",\"address\":\"" + bad + "\"}";
            assertEquals(
                    400,
                    office.post("/api/updates", body, "Idempotency-Key", bad).status(),
                    bad);
        }
        assertFalse(
                board.as(board.screen("hall")).get("/api/board").raw().body().contains("board.example"));
    }
}
