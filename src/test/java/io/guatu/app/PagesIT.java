package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What whoever comes without an account is answered: pages, problems, health. */
class PagesIT extends TownCase {
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

    /** As curl --http2 and Java's own client ask: large answers arrived torn. */
    @Test
    void who_asks_to_go_on_in_another_protocol_is_answered_in_this_one() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", board.port())) {
            socket.getOutputStream()
                    .write(
                            ("GET /health/live HTTP/1.1\r\nHost: here\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                                            + "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            assertEquals("HTTP/1.1 200", new String(answer, StandardCharsets.US_ASCII));
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
        for (String name : WatchingTest.asked()) {
            assertTrue(metrics.contains(name), "the dashboard or an alert asks for " + name);
        }
        assertFalse(
                metrics.contains("INVENTED") || metrics.contains("made-up"), "whoever invents words makes no series");
    }
}
