package io.guatu.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.app.TestBoard;
import io.guatu.app.TestClient;
import io.guatu.domain.RuleSet;
import io.guatu.http.contract.Contract;
import io.guatu.http.request.TrustedProxies;
import io.guatu.ledger.Json;
import io.guatu.ledger.Ledger;
import io.guatu.ledger.MemorySnapshots;
import io.guatu.ledger.Page;
import io.guatu.ledger.Silence;
import io.guatu.relay.GrownLedger;
import io.guatu.relay.Relay;
import io.guatu.relay.Snapshots;
import io.guatu.state.Present;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.pgclient.PgConnectOptions;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node whose ledger is long and slow: it says so from the first moment on, and opens by itself. */
class FrontTest {
    private static final int ENTRIES = 6_000;
    private static final int READ = 4_000;

    private final Vertx vertx = Vertx.vertx();
    private final Promise<Void> gate = Promise.promise();
    private Future<Void> opened;
    private Relay relay;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        Ledger whole = GrownLedger.of(ENTRIES, 500);
        Ledger slow = (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(whole, arguments);
                    boolean late = answer instanceof Future<?> future
                            && future.result() instanceof Page
                            && (long) arguments[0] >= READ;
                    return late ? gate.future().compose(open -> (Future<?>) answer) : answer;
                });
        RuleSet rules = Json.read(Files.readString(Path.of("seeds/rules/daguan-1.json")), RuleSet.class);
        Present empty = Present.begin(new UUID(0, 0), LocalDate.parse("2026-11-24"), GrownLedger.ZONE, rules);
        Promise<HttpServer> server = Promise.promise();
        vertx.runOnContext(now -> {
            relay = new Relay(
                    vertx,
                    slow,
                    () -> Future.succeededFuture(new PgConnectOptions()),
                    Silence.BORNE,
                    Clock.systemUTC(),
                    new Snapshots(vertx, new MemorySnapshots(whole), "mark"),
                    empty);
            Front front = new Front(vertx, context -> context.next(), relay::progress);
            vertx.createHttpServer()
                    .requestHandler(front)
                    .invalidRequestHandler(front::invalid)
                    .listen(0, "127.0.0.1")
                    .onComplete(server);
            opened = relay.catchUp()
                    .onSuccess(read -> front.open(new Api(vertx, new TrustedProxies(List.of()), new Contract())));
        });
        int port = server.future().await(20, TimeUnit.SECONDS).actualPort();
        client = new TestClient("http://localhost:" + port, null);
        TestBoard.await("it reads", () -> relay.progress().folded() == READ);
    }

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void it_lives_is_not_ready_and_says_how_far_it_is() throws Exception {
        assertEquals(200, client.get("/health/live").status());
        var ready = client.get("/health/ready", "Accept-Language", "en");
        assertEquals(503, ready.status());
        assertEquals("STARTING", ready.json().path("status").asText());
        assertEquals(READ, ready.json().path("folded").asInt());
        assertEquals(ENTRIES, ready.json().path("of").asInt());
        assertEquals(
                "The board is reading its ledger 4,000 / 6,000. It opens by itself when that is done.",
                ready.json().path("detail").asText());
    }

    @Test
    void a_page_says_it_to_a_person_and_asks_again_by_itself() throws Exception {
        for (String page : List.of("/", "/wall", "/desk", "/report", "/api")) {
            var wall = client.get(page, "Accept", "text/html", "Accept-Language", "zh-CN");
            assertEquals(503, wall.status(), page);
            assertTrue(
                    wall.raw().body().contains("看板正在读取台账 4,000 / 6,000"),
                    wall.raw().body());
            assertEquals("5", wall.raw().headers().firstValue("Refresh").orElse(""));
        }
        assertEquals(200, client.get("/style/tokens.css").status(), "and looks like one of ours");
    }

    @Test
    void a_program_is_told_when_to_come_back() throws Exception {
        var answers = List.of(
                client.get("/api/board"),
                client.tell("p-0", "{\"kind\":\"still-true\"}"),
                client.post("/api/session", "{\"name\":\"office\",\"password\":\"office-password\"}"),
                client.get("/eventbus/info"));
        for (var answer : answers) {
            assertEquals(503, answer.status());
            assertEquals("starting", answer.code());
            assertEquals("5", answer.raw().headers().firstValue("Retry-After").orElse(""));
            assertTrue(answer.raw().headers().firstValue("Refresh").isEmpty());
        }
    }

    @Test
    void it_opens_by_itself() throws Exception {
        assertEquals(503, client.get("/openapi.yaml").status());
        gate.complete();
        opened.await(20, TimeUnit.SECONDS);
        assertEquals(200, client.get("/openapi.yaml").status());
        assertEquals(ENTRIES, relay.now().seq());
    }
}
