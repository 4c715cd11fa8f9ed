package io.guatu.app;

import static io.guatu.app.TestBoard.SMALL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.access.Authenticator;
import io.guatu.app.TestClient.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logging in, staying so, and what ends it. */
class SessionIT {
    private static final String WANG = "{\"name\":\"wang\",\"password\":\"wang-password\"}";

    private static final String FORM = "application/x-www-form-urlencoded";

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

    private Answer logIn(String body) throws Exception {
        return board.as(null).post("/api/session", body);
    }

    private static String login(String name, String password, String chosen) {
        return "{\"name\":\"" + name + "\",\"password\":\"" + password + "\",\"newPassword\":\"" + chosen + "\"}";
    }

    private static String cookie(Answer answer) {
        return answer.raw().headers().firstValue("Set-Cookie").orElseThrow();
    }

    private static String token(Answer answer) {
        return cookie(answer).split(";")[0];
    }

    private Answer renew(String token) throws Exception {
        return board.as(null).send("POST", "/api/session/renewal", null, "Cookie", token);
    }

    private int me(Answer session) throws Exception {
        return board.as(session.json().path("token").asText()).get("/api/me").status();
    }

    private Answer change(String token, String old, String chosen) throws Exception {
        return board.as(token)
                .post(
                        "/api/me/password",
                        "{\"password\":\"" + old + "\",\"newPassword\":\"" + chosen + "\"}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    @Test
    void guessing_is_slowed_down_however_long_a_guess_takes() throws Exception {
        String guess = "{\"name\":\"nobody\",\"password\":\"guess\"}";
        clock.stop();
        for (int i = 0; i < 10; i++) {
            assertEquals(401, logIn(guess).status());
        }
        Answer slowed = logIn(guess);
        assertEquals(429, slowed.status());
        assertEquals("6", slowed.raw().headers().firstValue("Retry-After").orElseThrow());
        assertEquals(200, logIn(WANG).status(), "it is that name that was guessed at");
        clock.ahead(Duration.ofSeconds(6));
        assertEquals(401, logIn(guess).status());
        assertEquals(429, logIn(guess).status());
    }

    @Test
    void who_guesses_at_another_node_too_has_no_more_guesses() throws Exception {
        String guess = "{\"name\":\"nobody\",\"password\":\"guess\"}";
        clock.stop();
        try (TestBoard other = board.second()) {
            for (int i = 0; i < 5; i++) {
                assertEquals(401, logIn(guess).status());
                assertEquals(401, other.as(null).post("/api/session", guess).status());
            }
            for (Answer slowed : List.of(logIn(guess), other.as(null).post("/api/session", guess))) {
                assertEquals(429, slowed.status());
                assertEquals(
                        "6", slowed.raw().headers().firstValue("Retry-After").orElseThrow());
            }
            clock.ahead(Duration.ofSeconds(6));
            assertEquals(401, other.as(null).post("/api/session", guess).status());
            assertEquals(429, logIn(guess).status(), "that one was for both");
        }
        assertEquals(3, TestBoard.number(board.database(), "SELECT count(*) FROM guatu.tries"), "and no row a guess");
    }

    @Test
    void who_complains_at_another_node_too_complains_no_more_often() throws Exception {
        board.as(board.person("office"))
                .post(
                        "/api/updates",
                        "{\"kind\":\"operator-named\",\"organisation\":\"大关镇人民政府\",\"complaints\":\"online\"}",
                        "Idempotency-Key",
                        "operator")
                .taken();
        clock.stop();
        try (TestBoard other = board.second()) {
            List<Integer> said = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                TestClient node = (i % 2 == 0 ? board : other).as(null);
                said.add(node.sendBytes("/complaints", ("id=c-0000000" + i + "&words=x").getBytes(UTF_8), FORM, "none")
                        .status());
            }
            assertEquals(List.of(303, 303, 303, 429), said);
        }
    }

    @Test
    void a_refresh_token_is_the_browsers_alone_and_goes_to_the_sessions_path_only() throws Exception {
        String cookie = cookie(logIn(WANG));
        assertTrue(cookie.contains("; HTTPOnly"), cookie);
        assertTrue(cookie.contains("; SameSite=Strict"), cookie);
        assertTrue(cookie.contains("; Path=/api/session"), cookie);
        assertFalse(cookie.contains("; Secure"), cookie + ": over HTTP it would never come back");
        Answer behindProxy = board.as(null).post("/api/session", WANG, "X-Forwarded-Proto", "https");
        assertTrue(cookie(behindProxy).contains("; Secure"));
    }

    @Test
    void a_token_is_short_and_each_refresh_token_brings_the_next() throws Exception {
        Answer first = logIn(WANG);
        assertEquals(200, me(first));
        clock.ahead(Duration.ofMinutes(16));
        assertEquals(401, me(first));
        Answer second = renew(token(first));
        assertEquals(200, second.status());
        assertEquals("wang", second.json().path("id").asText());
        assertEquals(200, me(second));
        assertNotEquals(token(first), token(second));
        assertEquals(200, renew(token(second)).status());
    }

    @Test
    void two_windows_that_renew_at_once_both_go_on() throws Exception {
        Answer first = logIn(WANG);
        Answer one = renew(token(first));
        Answer other = renew(token(first));
        assertEquals(200, other.status());
        clock.ahead(Duration.ofMinutes(10));
        assertEquals(200, renew(token(one)).status());
        assertEquals(200, renew(token(other)).status(), "it is the same token");
    }

    @Test
    void a_refresh_token_that_was_copied_ends_the_login_for_both() throws Exception {
        Answer first = logIn(WANG);
        Answer mine = renew(token(first));
        clock.ahead(Duration.ofMinutes(1));
        Answer thief = renew(token(first));
        assertEquals(401, thief.status());
        assertEquals("session-over", thief.code());
        assertEquals(401, renew(token(mine)).status());
        TestBoard.await(
                "an entry",
                () -> TestBoard.number(
                                board.database(), "SELECT count(*) FROM guatu.entry WHERE kind = 'log-in-copied'")
                        == 1);
        long ended = TestBoard.number(board.database(), "SELECT seq FROM guatu.entry WHERE kind = 'log-in-copied'");
        TestBoard.await(
                "the board knows it",
                () -> board.program().node().relay().board().seq() >= ended);
        assertEquals(401, me(mine), "the short token ends too");
        try (TestBoard second = board.second(clock)) {
            String bearer = mine.json().path("token").asText();
            assertEquals(401, second.as(bearer).get("/api/me").status(), "on every node");
        }
        clock.ahead(Duration.ofMinutes(2));
        assertEquals(200, logIn(WANG).status());
    }

    @Test
    void whom_the_office_demands_a_code_of_shows_one_that_nobody_can_use_again() throws Exception {
        clock.stop();
        TestClient office = board.as(board.person("office"));
        String agreed =
                "{\"kind\":\"access-agreed\",\"secondFactor\":\"everybody\",\"idleMinutes\":60,\"passwordLength\":14,\"logDays\":200,\"duties\":\"apart\"}";
        assertEquals(
                201,
                office.post("/api/updates", agreed, "Idempotency-Key", "agreed").status());
        Answer first = logIn(WANG);
        assertEquals(403, first.status());
        assertEquals("code-first", first.code());
        assertTrue(first.json().at("/secondFactor/code/path").asText().startsWith("M"));
        String secret = first.json().at("/secondFactor/secret").asText();
        assertEquals(secret, logIn(WANG).json().at("/secondFactor/secret").asText(), "another window shows the same");
        assertEquals("code-wrong", logIn(coded("000000")).code());
        Answer enrolled = logIn(coded(Authenticator.code(secret, clock.instant())));
        assertEquals(200, enrolled.status(), enrolled.raw().body());
        assertEquals(60, enrolled.json().path("idleMinutes").asInt());
        assertEquals(8, enrolled.json().path("recoveryCodes").size());
        String recovery = enrolled.json().at("/recoveryCodes/0").asText();

        assertEquals("code-needed", logIn(WANG).code());
        assertFalse(logIn(WANG).json().has("secondFactor"), "the secret is told no more");
        assertEquals(
                "code-wrong",
                logIn(coded(Authenticator.code(secret, clock.instant()))).code(),
                "it was used");
        clock.ahead(Duration.ofSeconds(90));
        assertEquals(
                200, logIn(coded(Authenticator.code(secret, clock.instant()))).status());
        clock.ahead(Duration.ofSeconds(180));
        assertEquals(200, logIn(coded(recovery.toLowerCase(Locale.ROOT))).status());
        assertEquals("code-wrong", logIn(coded(recovery)).code(), "once");

        Answer renewed = renew(token(enrolled));
        assertEquals(200, renewed.status(), "it was shown when the login began");
        clock.ahead(Duration.ofMinutes(70));
        assertEquals(401, renew(token(renewed)).status(), "nobody used it for an hour");
        assertEquals(
                "password-short",
                change(board.person("wang"), "wang-password", "thirteen-char").code());
        assertEquals(
                "password-guessed",
                change(board.person("wang"), "wang-password", "wangwangwangwang")
                        .code());
    }

    private static String coded(String code) {
        return "{\"name\":\"wang\",\"password\":\"wang-password\",\"code\":\"" + code + "\"}";
    }

    @Test
    void a_login_ends_when_nobody_uses_it_for_a_week_and_after_a_month() throws Exception {
        Answer idle = logIn(WANG);
        clock.ahead(Duration.ofDays(7).plusMinutes(1));
        assertEquals(401, renew(token(idle)).status());
        Answer used = logIn(WANG);
        Duration since = Duration.ofDays(7);
        for (int week = 1; week <= 5; week++) {
            since = since.plusDays(6);
            clock.ahead(since.plusMinutes(1));
            Answer next = renew(token(used));
            assertEquals(week < 5 ? 200 : 401, next.status(), "week " + week);
            used = week < 5 ? next : used;
        }
    }

    @Test
    void logging_out_ends_it_and_a_forged_refresh_token_opens_nothing() throws Exception {
        Answer session = logIn(WANG);
        String token = token(session);
        Answer out = board.as(null).send("DELETE", "/api/session", null, "Cookie", token);
        assertEquals(204, out.status());
        assertTrue(cookie(out).startsWith("guatu-session=; Max-Age=0"), cookie(out));
        assertEquals(401, renew(token).status());
        assertEquals(204, board.as(null).send("DELETE", "/api/session", null).status());
        assertEquals(401, renew("guatu-session=abc").status());
        assertEquals(
                204, board.as(null).send("POST", "/api/session/renewal", null).status());
        // A token is no refresh token, and a refresh token is no token.
        assertEquals(
                401,
                renew("guatu-session=" + session.json().path("token").asText()).status());
        String text = token.substring("guatu-session=".length());
        assertEquals(401, board.as(text).get("/api/me").status());
    }

    @Test
    void a_foreign_page_uses_no_cookie() throws Exception {
        String token = token(logIn(WANG));
        Answer foreign = board.as(null)
                .send("POST", "/api/session/renewal", null, "Cookie", token, "Origin", "https://evil.example");
        assertEquals(403, foreign.status());
        assertEquals(200, renew(token).status());
    }

    @Test
    void another_password_ends_every_other_login_and_closes_its_line() throws Exception {
        Answer here = logIn(WANG);
        Answer there = logIn(WANG);
        TestViewer line =
                new TestViewer(board.port(), there.json().path("token").asText(), null).connect();
        TestBoard.await("it shows the board", () -> line.seq() > 0);
        String token = here.json().path("token").asText();
        assertEquals(
                "wrong-password", change(token, "not-it", "a-better-password").code());
        assertEquals(
                "password-same", change(token, "wang-password", "wang-password").code());
        Answer changed = change(token, "wang-password", "a-better-password");
        assertEquals(200, changed.status());
        assertEquals(200, me(changed));
        assertEquals(401, me(here));
        assertEquals(401, me(there));
        assertEquals(401, renew(token(there)).status());
        assertEquals(200, renew(token(changed)).status());
        TestBoard.await("the line is closed", () -> line.closed() != null);
        assertEquals(401, logIn(WANG).status());
        assertEquals(
                200,
                logIn("{\"name\":\"wang\",\"password\":\"a-better-password\"}").status());
    }

    @Test
    void a_reset_that_is_sent_again_resets_nothing_again() throws Exception {
        TestClient office = board.as(board.person("office"));
        String path = "/api/people/zhao/password";
        String told = "{\"password\":\"told-by-phone\"}";
        assertEquals(201, office.post(path, told, "Idempotency-Key", "twice").status());
        assertEquals(
                200, logIn(login("zhao", "told-by-phone", "a-better-password")).status());
        assertEquals(201, office.post(path, told, "Idempotency-Key", "twice").status());
        Answer other = office.post(path, "{\"password\":\"told-by-letter\"}", "Idempotency-Key", "twice");
        assertEquals(422, other.status());
        assertEquals("key-reused", other.code());
        assertEquals(
                200,
                logIn("{\"name\":\"zhao\",\"password\":\"a-better-password\"}").status());
    }

    @Test
    void a_reset_whose_password_was_lost_is_healed_by_sending_it_again() throws Exception {
        TestClient office = board.as(board.person("office"));
        String path = "/api/people/zhao/password";
        String told = "{\"password\":\"told-by-phone\"}";
        office.post(path, told, "Idempotency-Key", "healed").taken();
        TestBoard.execute(board.database(), "UPDATE guatu.credential SET hash = 'lost', seq = 1 WHERE person = 'zhao'");
        assertEquals(201, office.post(path, told, "Idempotency-Key", "healed").status());
        assertEquals(
                200, logIn(login("zhao", "told-by-phone", "a-better-password")).status());
    }

    @Test
    void an_account_that_is_added_again_keeps_its_password() throws Exception {
        TestClient office = board.as(board.person("office"));
        String sun = "{\"person\":\"sun\",\"name\":\"孙站长\",\"role\":\"leader\",\"password\":\"told-by-phone\"}";
        assertEquals(
                201, office.post("/api/people", sun, "Idempotency-Key", "sun").status());
        assertEquals(
                200, logIn(login("sun", "told-by-phone", "a-better-password")).status());
        assertEquals(
                201, office.post("/api/people", sun, "Idempotency-Key", "sun").status());
        String other = sun.replace("phone", "letter");
        assertEquals(
                "key-reused",
                office.post("/api/people", other, "Idempotency-Key", "sun").code());
        assertEquals(
                "person-exists",
                office.post("/api/people", other, "Idempotency-Key", "sun-2").code());
        assertEquals(
                200,
                logIn("{\"name\":\"sun\",\"password\":\"a-better-password\"}").status());
    }

    @Test
    void a_first_password_opens_nothing_but_the_choice_of_another() throws Exception {
        TestClient office = board.as(board.person("office"));
        Answer old = logIn(WANG);
        assertEquals(
                201,
                office.post(
                                "/api/people/wang/password",
                                "{\"password\":\"told-by-phone\"}",
                                "Idempotency-Key",
                                "reset-1")
                        .status());
        assertEquals(401, me(old));
        Answer first = logIn("{\"name\":\"wang\",\"password\":\"told-by-phone\"}");
        assertEquals(403, first.status());
        assertEquals("password-first", first.code());
        assertEquals(401, logIn(login("wang", "not-it", "a-better-password")).status());
        assertEquals(422, logIn(login("wang", "told-by-phone", "told-by-phone")).status());
        Answer chosen = logIn(login("wang", "told-by-phone", "a-better-password"));
        assertEquals(200, chosen.status());
        assertEquals(200, me(chosen));
        assertEquals(
                200,
                logIn("{\"name\":\"wang\",\"password\":\"a-better-password\"}").status());
        String entries = office.get("/api/entries?order=desc&limit=5").json().toString();
        assertTrue(entries.contains("password-changed"), entries);
        assertFalse(entries.contains("better"), entries);
    }

    @Test
    void the_offices_own_first_password_too_where_the_data_is_real() throws Exception {
        try (TestBoard bare = TestBoard.start("none", clock)) {
            Answer first = bare.as(null).post("/api/session", "{\"name\":\"office\",\"password\":\"office-password\"}");
            assertEquals("password-first", first.code());
            Answer chosen = bare.as(null).post("/api/session", login("office", "office-password", "a-better-password"));
            assertEquals(200, chosen.status());
        }
    }

    @Test
    void another_nodes_refresh_token_is_as_good() throws Exception {
        String token = token(logIn(WANG));
        try (TestBoard second = board.second()) {
            Answer renewed = second.as(null).send("POST", "/api/session/renewal", null, "Cookie", token);
            assertEquals(200, renewed.status());
        }
    }

    @Test
    void whoever_changes_a_password_at_a_node_whose_clock_is_slow_stays_logged_in() throws Exception {
        TestClock slow = new TestClock();
        slow.ahead(Duration.ofMinutes(-10));
        try (TestBoard node = board.second(slow)) {
            String token = node.as(null)
                    .post("/api/session", "{\"name\":\"zhao\",\"password\":\"zhao-password\"}")
                    .json()
                    .path("token")
                    .asText();
            Answer changed = node.as(token)
                    .post(
                            "/api/me/password",
                            "{\"password\":\"zhao-password\",\"newPassword\":\"another-password\"}",
                            "Idempotency-Key",
                            "slow");
            assertEquals(200, changed.status(), () -> changed.raw().body());
            String next = changed.json().path("token").asText();
            assertEquals(200, node.as(next).get("/api/me").status());
            assertEquals(401, node.as(token).get("/api/me").status());
        }
    }
}
