package io.guatu.http.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.http.problem.Problem;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the class path as answers. */
class AssetsTest {
    private static final String LIBRARY = "META-INF/resources/_static/";
    private static final int MOST_WAITING = 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch free = new CountDownLatch(1);
    private Vertx vertx;
    private int port;

    @BeforeEach
    void serve() throws IOException {
        URL nowhere = Path.of("target", "nowhere.js").toUri().toURL();
        vertx = Vertx.vertx();
        Assets assets = new Assets(vertx, MOST_WAITING);
        Router router = Router.router(vertx);
        router.get("/jar/*")
                .handler(
                        context -> assets.send(context, context.normalizedPath().substring("/jar/".length())));
        router.route().handler(context -> assets.send(context, "webroot" + context.normalizedPath()));
        router.get("/gone/nothing.js").handler(context -> assets.send(context, "nothing.js", null));
        router.get("/gone/nowhere.js").handler(context -> assets.send(context, "nowhere.js", nowhere));
        router.route("/gone/*").failureHandler(context -> context.end(((Problem) context.failure()).code()));
        router.errorHandler(
                500, context -> context.response().setStatusCode(503).end());
        port = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
    }

    @AfterEach
    void end() {
        free.countDown();
        vertx.close().await();
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void a_file_has_its_kind_and_a_mark_and_is_sent_once() throws Exception {
        HttpResponse<String> first = ask(at("/text/zh.json"));
        assertEquals(200, first.statusCode());
        assertEquals(
                "application/json; charset=utf-8",
                first.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(first.body().contains("挂图"));
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = ask(at("/text/zh.json").header("If-None-Match", tag));
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        HttpResponse<String> head = ask(at("/text/zh.json").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/text",
                "/text/",
                "/text/none.json",
                "/wall.html",
                "/..%2fversions.json",
                "/text/..%2f..%2fkinds.json",
                "/text/%2e%2e/%2e%2e/kinds.json",
                "/.hidden.js",
                "/%00.js"
            })
    void what_is_no_file_for_a_browser_is_not_there(String path) throws Exception {
        assertEquals(404, ask(at(path)).statusCode());
    }

    /** As a jar that is overwritten while it serves: what is left of it may be nothing, or no file. */
    @ParameterizedTest
    @ValueSource(strings = {"/gone/nothing.js", "/gone/nowhere.js"})
    void a_file_that_is_there_no_more_is_no_fault_of_whoever_asks(String path) throws Exception {
        HttpResponse<String> answer = ask(at(path));
        assertEquals("pages-gone", answer.body());
    }

    /** A slow disk, or more who ask than it serves: what is kept is sent all the same, and who waits is few. */
    @Test
    void who_waits_for_a_file_takes_no_more_memory_than_there_is() throws Exception {
        String folder = "/jar/" + LIBRARY + "lit/" + new Versions().of("lit") + "/";
        assertEquals(200, ask(at(folder + "index.js")).statusCode());
        for (int i = 0; i < 2; i++) {
            vertx.createSharedWorkerExecutor("pages", 2)
                    .executeBlocking(
                            () -> {
                                free.await();
                                return null;
                            },
                            false);
        }
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < MOST_WAITING + 10; i++) {
            asked.add(client.sendAsync(at(folder + "html.js").build(), BodyHandlers.ofString()));
        }
        CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new)).join(); // somebody is refused while all wait
        assertEquals(200, ask(at(folder + "index.js")).statusCode(), "it is kept");
        List<CompletableFuture<HttpResponse<String>>> refused =
                asked.stream().filter(CompletableFuture::isDone).toList();
        assertFalse(refused.isEmpty());
        free.countDown();
        assertEquals(
                10,
                asked.stream().filter(each -> each.join().statusCode() != 200).count());
        assertEquals(200, ask(at(folder + "html.js")).statusCode());
    }
}
