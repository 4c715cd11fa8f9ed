package io.guatu.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A body that does not come to its end. */
class ArrivalTest {
    private static final String HEAD = "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3\r\n\r\n";

    private final Vertx vertx = Vertx.vertx();
    private final Promise<Void> ended = Promise.promise();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    /** What is answered to a body of three bytes of which these come. */
    private String answer(Duration longest, String body) throws IOException {
        Arrival arrival = new Arrival(vertx, longest);
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            arrival.begin(context);
            context.addEndHandler(end -> ended.tryComplete());
            context.next();
        });
        router.route().handler(BodyHandler.create(false)).handler(context -> {
            arrival.ended(context);
            vertx.setTimer(2 * longest.toMillis(), later -> context.end("whole"));
        });
        HttpServer server =
                vertx.createHttpServer().requestHandler(router).listen(0).await();
        try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
            socket.getOutputStream().write((HEAD + body).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void who_sends_no_end_is_hung_up_on_and_the_place_is_free() throws Exception {
        assertEquals("", answer(Duration.ofMillis(50), "ab"));
        ended.future().await(10, TimeUnit.SECONDS);
    }

    @Test
    void what_has_come_may_take_longer_to_be_answered() throws Exception {
        assertTrue(answer(Duration.ofMillis(500), "abc").endsWith("whole"));
    }
}
