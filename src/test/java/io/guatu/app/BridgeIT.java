package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guatu.access.Subject;
import io.guatu.domain.ScreenId;
import io.guatu.ledger.Database;
import io.guatu.ledger.Json;
import io.guatu.ledger.Silence;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BridgeIT {
    private static final Duration DEAF = Duration.ofSeconds(3);
    private static final Silence SOON =
            new Silence(Silence.BORNE.connection(), DEAF, Silence.BORNE.ledger(), Silence.BORNE.viewer());

    private static TestBoard board;

    @BeforeAll
    static void start() throws Exception {
        board = TestBoard.start();
    }

    @AfterAll
    static void stop() throws Exception {
        board.close();
    }

    private static TestViewer wall(TestBoard node) {
        return new TestViewer(node.port(), node.screen("hall"), null).connect();
    }

    private static Map<String, JsonNode> snapshot(TestBoard node) {
        try {
            Map<String, JsonNode> cards = new TreeMap<>();
            node.as(node.person("office"))
                    .get("/api/board")
                    .json()
                    .path("cards")
                    .forEach(card -> cards.put(card.path("id").asText(), card));
            return cards;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long alive(String type) {
        try {
            Object histogram = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            return histogram
                    .toString()
                    .lines()
                    .map(line -> line.trim().split("\\s+"))
                    .filter(cells -> cells.length > 3 && cells[3].equals(type))
                    .mapToLong(cells -> Long.parseLong(cells[1]))
                    .sum();
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_line_that_is_gone_leaves_nothing_behind() throws Exception {
        String lines = "io.vertx.core.http.impl.ServerWebSocketImpl";
        long before = alive(lines);
        for (int i = 0; i < 20; i++) {
            wall(board).socket().abort();
        }
        TestBoard.await("what is over is forgotten", () -> alive(lines) <= before + 5);
    }

    /** A node whose listener has just been cut may be behind the other's viewers for a moment: alike in the end. */
    private static void converged(TestBoard node, TestViewer viewer) throws InterruptedException {
        TestBoard.await(
                "the viewer shows what the board says", () -> snapshot(node).equals(viewer.cards()));
    }

    private static long tell(TestBoard node) throws Exception {
        var told = node.as(node.person("zhao")).tell("park", "{\"kind\":\"still-true\"}");
        assertEquals(201, told.status());
        return told.json().path("seq").asLong();
    }

    @Test
    void an_update_reaches_every_viewer_and_equals_a_snapshot() throws Exception {
        List<TestViewer> viewers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            viewers.add(wall(board));
        }
        long seq = tell(board);
        for (TestViewer viewer : viewers) {
            TestBoard.await("the viewer is there", () -> viewer.seq() >= seq);
            converged(board, viewer);
        }
    }

    @Test
    void a_burst_of_updates_becomes_few_frames_and_ends_as_the_snapshot() throws Exception {
        TestViewer viewer = wall(board);
        TestBoard.await("synced", () -> viewer.seq() > 0);
        int before = viewer.frames();
        int updates = 150;
        List<Callable<Long>> burst = Collections.nCopies(updates, () -> tell(board));
        long last = 0;
        ExecutorService people = Executors.newFixedThreadPool(30);
        try {
            for (Future<Long> told : people.invokeAll(burst)) {
                last = Math.max(last, told.get());
            }
        } finally {
            people.shutdown();
        }
        long end = last;
        TestBoard.await("all are there", () -> viewer.seq() >= end);
        converged(board, viewer);
        assertEquals(0, viewer.gaps());
        assertTrue(viewer.frames() - before < updates, (viewer.frames() - before) + " frames");
    }

    @Test
    void a_contractor_sees_its_own_project_and_is_refused_everything_else() throws Exception {
        TestViewer site = new TestViewer(board.port(), board.contractor("g-li"), "underpass").connect();
        TestBoard.await("the card is there", () -> site.card("underpass") != null);
        assertTrue(site.card("underpass").path("pending").isMissingNode());
        TestViewer town = new TestViewer(board.port(), board.contractor("g-li"), null).connect();
        TestBoard.await("both are refused", () -> town.refusals().size() >= 2);
        assertEquals(403, town.refusals().get(0).path("failureCode").asInt());
        TestViewer other = new TestViewer(board.port(), board.contractor("g-li"), "park").connect();
        TestBoard.await("both are refused", () -> other.refusals().size() >= 2);
        assertTrue(town.cards().isEmpty() && other.cards().isEmpty());
    }

    @Test
    void nothing_comes_in_but_sync_and_heartbeat() throws Exception {
        TestViewer viewer = wall(board);
        TestBoard.await("synced", () -> viewer.seq() > 0);
        viewer.say("publish", "board.live", Json.MAPPER.createObjectNode(), null);
        viewer.say("send", "project.underpass.live", Json.MAPPER.createObjectNode(), null);
        viewer.say("register", "screen.heartbeat", null, null);
        viewer.say("register", "anything", null, null);
        TestBoard.await("all four are refused", () -> viewer.refusals().size() >= 4);
        assertNull(viewer.closed());
    }

    @Test
    void a_line_without_a_good_token_gets_nothing() throws Exception {
        TestViewer stranger = new TestViewer(board.port(), "e30.e30.e30", null).connect();
        TestBoard.await("refused", () -> stranger.refusals().size() >= 2);
        assertEquals(401, stranger.refusals().get(0).path("failureCode").asInt());
        assertTrue(stranger.cards().isEmpty());
    }

    @Test
    void pages_of_other_sites_may_not_connect() {
        URI uri = URI.create("ws://localhost:" + board.port() + "/eventbus/websocket");
        try {
            HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Origin", "https://evil.example")
                    .buildAsync(uri, new WebSocket.Listener() {})
                    .join();
            throw new AssertionError("it connected");
        } catch (CompletionException refused) {
            assertTrue(refused.getCause() instanceof WebSocketHandshakeException);
        }
    }

    @Test
    void polling_transports_do_not_exist() throws Exception {
        for (String transport : List.of("xhr", "xhr_streaming", "xhr_send", "eventsource", "htmlfile", "jsonp")) {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(board.url() + "/eventbus/000/abcdefgh/" + transport))
                                    .POST(HttpRequest.BodyPublishers.ofString(""))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertTrue(answer.statusCode() >= 400, transport + " " + answer.statusCode());
        }
    }

    @Test
    void a_quiet_line_pulses() throws Exception {
        TestViewer viewer = wall(board);
        TestBoard.await("a pulse came", () -> viewer.pulses() >= 1);
    }

    @Test
    void an_expired_token_ends_the_line() throws Exception {
        String token = board.token(
                new Subject.Display(new ScreenId("hall")), Instant.now().plusSeconds(2));
        TestViewer viewer = new TestViewer(board.port(), token, null).connect();
        TestBoard.await("closed", () -> viewer.closed() != null);
        assertEquals("4401 token-expired", viewer.closed());
    }

    @Test
    void two_nodes_share_updates_and_revocations() throws Exception {
        try (TestBoard other = board.second()) {
            TestViewer there = wall(other);
            long seq = tell(board);
            TestBoard.await("the other node's viewer has it", () -> there.seq() >= seq);
            converged(board, there);

            String asked = "{\"contractor\":\"丁工\",\"company\":\"丁公司\",\"milestones\":[\"plant\"],\"days\":9}";
            var issued = board.as(board.person("zhao"))
                    .post("/api/projects/park/grants", asked, "Idempotency-Key", "two-nodes")
                    .json();
            String token = issued.path("token").asText();
            TestBoard.await("known there", () -> status(other.as(token), "/api/me") == 200);
            TestViewer phone = new TestViewer(other.port(), token, "park").connect();
            TestBoard.await("the phone has its card", () -> phone.card("park") != null);
            board.as(board.person("zhao"))
                    .delete("/api/grants/" + issued.path("id").asText())
                    .taken();
            long revoked = System.nanoTime();
            TestBoard.await("closed on the other node", () -> phone.closed() != null);
            assertEquals("4401 token-revoked", phone.closed());
            long millis = Duration.ofNanos(System.nanoTime() - revoked).toMillis();
            assertTrue(millis < 1_200, "within a second, by a notification; it took " + millis + " ms");
            assertEquals(401, status(other.as(token), "/api/me"));
        }
    }

    @Test
    void viewers_converge_when_the_listener_is_cut_and_when_notify_is_lost() throws Exception {
        TestViewer viewer = wall(board);
        TestBoard.execute(
                board.database(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()");
        long cut = tell(board);
        TestBoard.await("there after the cut", () -> viewer.seq() >= cut);
        // An entry that nobody rang for: written beside the application, as a lost NOTIFY would look.
        TestBoard.execute(board.database(), """
                WITH last AS (UPDATE guatu.head SET seq = seq + 1, seal = repeat('0', 64) RETURNING seq)
                INSERT INTO guatu.entry
                SELECT last.seq, 'park', (SELECT max(project_seq) + 1 FROM guatu.entry WHERE project = 'park'), now(),
                       'zhao', 'MANAGER', '赵站长', NULL, 'still-true', '{"kind":"still-true"}', repeat('0', 64)
                FROM last
                """);
        TestBoard.await("there without a ring", () -> viewer.seq() > cut);
        converged(board, viewer);
    }

    @Test
    void a_listener_that_is_deaf_shows_in_readiness_and_heals() throws Exception {
        try (TestBoard lone = TestBoard.impatient(SOON)) {
            TestClient nobody = lone.as(null);
            Database server = TestBoard.named(lone.database(), "postgres");
            String name = lone.database().name();
            TestBoard.execute(server, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
            TestBoard.execute(
                    server,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = '"
                            + name + "'");
            TestBoard.await("it is deaf", () -> "DEAF".equals(listener(nobody)));
            long deaf = System.nanoTime();
            TestBoard.await("and stays so, however often it connects anew", () -> {
                assertEquals("DEAF", listener(nobody));
                return System.nanoTime() - deaf
                        > DEAF.multipliedBy(3).dividedBy(2).toNanos();
            });
            assertEquals(503, status(nobody, "/health/ready"));
            assertEquals(200, status(nobody, "/health/live"));
            TestBoard.execute(server, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
            TestBoard.await("it hears again", () -> status(nobody, "/health/ready") == 200);
        }
    }

    private static String listener(TestClient client) {
        try {
            return client.get("/health/ready").json().path("listener").asText();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int status(TestClient client, String path) {
        try {
            return client.get(path).status();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_office_sees_which_screen_shows_what() throws Exception {
        TestViewer screen = wall(board);
        TestBoard.await("synced", () -> screen.seq() > 0);
        screen.say(
                "send",
                "screen.heartbeat",
                Json.MAPPER
                        .createObjectNode()
                        .put("width", 3840)
                        .put("height", 2160)
                        .put("seq", screen.seq())
                        .put("painted", 7),
                null);
        TestClient office = board.as(board.person("office"));
        TestBoard.await(
                "the heartbeat is known", () -> seen(office).path("width").asInt() == 3840);
        assertEquals(7, seen(office).path("painted").asInt());
        assertTrue(seen(office).path("behind").asInt() <= 2);
    }

    @Test
    void a_screen_that_beats_without_a_pause_costs_one_statement_in_some_seconds() throws Exception {
        TestBoard.execute(board.database(), """
                CREATE TABLE IF NOT EXISTS written (painted bigint);
                CREATE OR REPLACE FUNCTION count_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN
                    INSERT INTO public.written VALUES (NEW.painted);
                    RETURN NULL;
                END
                $$;
                CREATE OR REPLACE TRIGGER count_written AFTER INSERT OR UPDATE ON guatu.sighting
                FOR EACH ROW EXECUTE FUNCTION count_written()
                """);
        TestViewer screen = wall(board);
        TestBoard.await("synced", () -> screen.seq() > 0);
        for (int i = 1; i <= 30; i++) {
            screen.say(
                    "send", "screen.heartbeat", Json.MAPPER.createObjectNode().put("painted", 1_000 + i), null);
        }
        TestBoard.await(
                "the last is written",
                () -> TestBoard.number(board.database(), "SELECT max(painted) FROM written") == 1_030);
        assertTrue(TestBoard.number(board.database(), "SELECT count(*) FROM written WHERE painted > 1000") <= 2);
    }

    @Test
    void the_line_of_an_archived_project_s_contractor_ends_and_opens_no_more() throws Exception {
        TestClient office = board.as(board.person("office"));
        TestViewer site = new TestViewer(board.port(), board.contractor("g-park"), "park").connect();
        TestBoard.await("synced", () -> site.seq() > 0);
        assertEquals(
                201,
                office.tell("park", "{\"kind\":\"project-archived\",\"reason\":\"移交\"}")
                        .status());
        try {
            TestBoard.await("it ended", () -> site.closed() != null);
            TestViewer again = new TestViewer(board.port(), board.contractor("g-park"), "park").connect();
            TestBoard.await("refused", () -> !again.refusals().isEmpty());
            assertEquals(
                    "project-archived", again.refusals().get(0).path("message").asText());
        } finally {
            office.tell("park", "{\"kind\":\"project-restored\",\"reason\":\"试验\"}")
                    .taken();
        }
    }

    private static JsonNode seen(TestClient office) {
        try {
            return office.get("/api/screens").json().path("screens").get(0).path("seen");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_day_turns_at_midnight_of_the_boards_zone_though_nobody_reported() throws Exception {
        TestClock clock = TestClock.at(Instant.parse("2026-11-24T15:59:50Z"));
        try (TestBoard night = TestBoard.start(TestBoard.SMALL, clock)) {
            TestViewer viewer = new TestViewer(night.port(), night.screen("hall"), null).connect();
            TestBoard.await("synced", () -> "2026-11-24".equals(viewer.day()));
            long seq = viewer.seq();
            clock.ahead(Duration.ofSeconds(11));
            TestBoard.await("the next day", () -> "2026-11-25".equals(viewer.day()));
            assertEquals(seq, viewer.seq());
            assertEquals(0, viewer.gaps(), "the new day came by itself");
            converged(night, viewer);
        }
    }
}
