package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.access.Subject;
import io.guatu.domain.ScreenId;
import io.guatu.ledger.Json;
import io.guatu.ledger.Silence;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one line may take from a node, and for whom it speaks. */
class LineIT {
    private static TestBoard board;

    @BeforeAll
    static void start() throws Exception {
        board = TestBoard.start();
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
    }

    @Test
    void a_known_line_that_says_too_much_is_not_listened_to() throws Exception {
        TestViewer viewer = new TestViewer(board.port(), board.screen("hall"), null).connect();
        TestBoard.await("synced", () -> viewer.seq() > 0);
        for (int i = 0; i < 150; i++) {
            viewer.say("nonsense", "board.live", null, null);
        }
        long seq = board.as(board.person("zhao"))
                .tell("park", "{\"kind\":\"still-true\"}")
                .json()
                .path("seq")
                .asLong();
        TestBoard.await("it still hears", () -> viewer.seq() >= seq);
        assertTrue(viewer.refusals().size() < 100, viewer.refusals().size() + " answers");
        try {
            for (int i = 0; i < 1_000 && viewer.closed() == null; i++) {
                viewer.say("nonsense", "board.live", null, null);
            }
        } catch (CompletionException closed) {
            // it says so itself, a moment later
        }
        TestBoard.await("and if it goes on it is closed", () -> viewer.closed() != null);
        assertEquals("4429 flooding", viewer.closed());
    }

    @Test
    void a_line_that_takes_nothing_is_freed_with_a_word() throws Exception {
        Silence soon = new Silence(
                Silence.BORNE.connection(), Silence.BORNE.listener(), Silence.BORNE.ledger(), Duration.ofMillis(300));
        try (TestBoard quick = TestBoard.impatient(soon);
                Socket socket = new Socket("127.0.0.1", quick.port())) {
            String token = quick.screen("hall");
            // Who answers comes first: the other has three seconds, and a slow machine takes some to come.
            TestViewer other = new TestViewer(quick.port(), token, null).connect();
            RawLine line = new RawLine(socket);
            line.say("{\"type\":\"register\",\"address\":\"board.live\",\"headers\":{\"Authorization\":\"Bearer "
                    + token + "\"}}");
            TestBoard.await("both are there", () -> sockets(quick) == 2);
            TestBoard.await("it is gone, and who answers is not", () -> sockets(quick) == 1);
            assertNull(other.closed());
            socket.setSoTimeout(5_000);
            byte[] all = socket.getInputStream().readAllBytes();
            String read = new String(all, StandardCharsets.ISO_8859_1);
            assertTrue(read.contains("takes-nothing"), read);
        }
    }

    @Test
    void an_address_has_so_many_lines_without_a_token_and_no_more() throws Exception {
        Clock clock = Clock.systemUTC();
        List<Socket> strangers = new ArrayList<>();
        try (TestBoard small =
                TestBoard.with(TestServer.seeded(TestBoard.SMALL, clock), clock, Map.of("GUATU_LINES", "40"))) {
            for (int i = 0; i < 21; i++) {
                strangers.add(new Socket("127.0.0.1", small.port()));
                new RawLine(strangers.get(i));
            }
            Socket last = strangers.get(20);
            last.setSoTimeout(5_000);
            String read = new String(last.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(read.contains("too-many"), read);
            Socket first = strangers.get(0);
            first.setSoTimeout(20_000);
            read = new String(first.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(read.contains("no-token"), "within ten seconds: " + read);
        } finally {
            for (Socket stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void a_node_that_carries_as_many_lines_as_it_can_refuses_the_next_in_words() throws Exception {
        Clock clock = Clock.systemUTC();
        try (TestBoard small =
                TestBoard.with(TestServer.seeded(TestBoard.SMALL, clock), clock, Map.of("GUATU_LINES", "2"))) {
            TestViewer first = new TestViewer(small.port(), small.screen("hall"), null).connect();
            new TestViewer(small.port(), small.screen("hall"), null).connect();
            TestBoard.await("both are there", () -> sockets(small) == 2);
            TestViewer third = new TestViewer(small.port(), small.screen("hall"), null);
            CompletionException refused = assertThrows(CompletionException.class, third::connect);
            HttpResponse<?> answer = ((WebSocketHandshakeException) refused.getCause()).getResponse();
            assertEquals(503, answer.statusCode());
            assertEquals("20", answer.headers().firstValue("Retry-After").orElse(null));
            first.socket().abort();
            TestBoard.await("there is room again", () -> sockets(small) == 1);
            third.connect();
            TestBoard.await("and it is filled", () -> sockets(small) == 2);
        }
    }

    private static int sockets(TestBoard board) {
        try {
            return board.as(null).get("/health/ready").json().path("sockets").asInt();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_second_token_on_a_line_does_not_outlive_the_revocation_of_the_first() throws Exception {
        String asked = "{\"contractor\":\"丁工\",\"company\":\"丁公司\",\"milestones\":[\"plant\"],\"days\":9}";
        TestClient zhao = board.as(board.person("zhao"));
        var issued = zhao.post("/api/projects/park/grants", asked, "Idempotency-Key", "two-tokens")
                .json();
        String token = issued.path("token").asText();
        TestViewer phone = new TestViewer(board.port(), token, "park").connect();
        TestBoard.await("the phone has its card", () -> phone.card("park") != null);
        String other = board.contractor("g-park");
        phone.say("register", "project.park.live", null, null, other);
        phone.say("send", "board.sync", Json.MAPPER.createObjectNode().put("project", "park"), "r-2", other);
        TestBoard.await("the other is refused", () -> phone.refusals().size() >= 2);
        assertEquals(403, phone.refusals().get(0).path("failureCode").asInt());
        zhao.delete("/api/grants/" + issued.path("id").asText()).taken();
        TestBoard.await("closed", () -> phone.closed() != null);
        assertEquals("4401 token-revoked", phone.closed());
    }

    @Test
    void a_newer_token_of_the_same_extends_the_line() throws Exception {
        Subject hall = new Subject.Display(new ScreenId("hall"));
        Instant soon = Instant.now().plusSeconds(3);
        TestViewer screen = new TestViewer(board.port(), board.token(hall, soon), null).connect();
        TestBoard.await("synced", () -> screen.seq() > 0);
        screen.say("send", "board.sync", Json.MAPPER.createObjectNode(), "r-2", board.screen("hall"));
        TestBoard.await("later", () -> Instant.now().isAfter(soon.plusSeconds(1)));
        assertEquals(null, screen.closed());
    }
}
