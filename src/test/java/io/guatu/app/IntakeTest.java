package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What those who are no viewers may take of a node together. */
class IntakeTest {
    private static final int MOST = 400 * 1024;
    private static final String UPGRADES = " HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    private static final String ASKS = "GET / HTTP/1.1\r\nHost: here\r\n\r\n";

    private Vertx vertx;
    private Intake intake;
    private int port;
    private final List<Socket> sockets = new ArrayList<>();

    private void serve(Duration firstRequest) {
        intake = new Intake(MOST, firstRequest);
        vertx = Vertx.builder().withTransport(Accepting.here(intake)).build();
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            Intake.asks(request.connection());
            if (request.path().equals("/line")) {
                request.toWebSocket().onSuccess(line -> line.textMessageHandler(line::writeTextMessage));
                return;
            }
            request.response().endHandler(ended -> Intake.answered(request.connection()));
            request.body().onSuccess(body -> request.response().end("here"));
        });
        port = server.listen(0, "127.0.0.1").await().actualPort();
    }

    @AfterEach
    void end() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        vertx.close().await();
    }

    private Socket say(String text) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        sockets.add(socket);
        socket.setSoTimeout(5_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String first(Socket socket) throws IOException {
        byte[] read = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        return new String(read, StandardCharsets.US_ASCII);
    }

    private static boolean closed(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes(); // or it is late
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }

    private boolean answers() {
        try {
            return first(say(ASKS)).equals("HTTP/1.1 200");
        } catch (IOException closed) {
            return false;
        }
    }

    private void bounded(String begins) throws Exception {
        for (int i = 0; i < 100; i++) {
            say(begins);
        }
        TestBoard.await("who asks and ends is answered, if not in the midst of a rush", this::answers);
        assertTrue(closed(sockets.get(0)), "who came first and never ended gives way");
        assertTrue(intake.held() <= MOST, intake.held() + " bytes");
    }

    @Test
    void heads_that_never_end_take_no_more_than_there_is() throws Exception {
        serve(Duration.ofMinutes(1));
        bounded("GET / HTTP/1.1\r\nHost: here\r\nX: " + "x".repeat(4_000));
    }

    @Test
    void neither_do_bodies_that_never_end() throws Exception {
        serve(Duration.ofMinutes(1));
        bounded("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 60000\r\n\r\n" + "x".repeat(3_000));
    }

    @Test
    void nor_connections_that_say_nothing() throws Exception {
        serve(Duration.ofMinutes(1));
        bounded("");
    }

    @Test
    void nor_those_who_want_to_be_a_line_and_are_none() throws Exception {
        serve(Duration.ofMinutes(1));
        bounded("GET /no-line" + UPGRADES);
    }

    @Test
    void a_line_is_not_counted_and_gives_way_to_nobody() throws Exception {
        serve(Duration.ofMinutes(1));
        Socket line = say("GET /line" + UPGRADES);
        assertEquals("HTTP/1.1 101", first(line));
        for (int i = 0; i < 100; i++) {
            first(say(ASKS));
        }
        line.getOutputStream().write(new byte[] {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, 'h', 'i'});
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf("hi") < 0) {
            int next = line.getInputStream().read();
            assertTrue(next >= 0, "it was closed");
            heard.append((char) next);
        }
    }

    @Test
    void who_was_answered_longest_ago_gives_way_first_and_who_goes_frees_what_it_took() throws Exception {
        serve(Duration.ofMinutes(1));
        Socket idle = say(ASKS);
        first(idle);
        Socket asking = say(ASKS);
        first(asking);
        for (int i = 0; i < 10; i++) {
            say("");
        }
        asking.getOutputStream().write(ASKS.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 38; i++) {
            first(say(ASKS));
        }
        assertTrue(closed(idle));
        assertTrue(intake.held() <= MOST);
        for (Socket socket : sockets) {
            socket.close();
        }
        TestBoard.await("nothing is held", () -> intake.held() == 0);
    }

    @Test
    void who_asks_for_nothing_is_gone_soon_and_who_asked_stays() throws Exception {
        serve(Duration.ofMillis(300));
        Socket silent = say("");
        Socket half = say("GET / HTTP/1.1\r\nHost: ");
        Socket asked = say(ASKS);
        assertEquals("HTTP/1.1 200", first(asked));
        assertTrue(closed(silent));
        assertTrue(closed(half));
        asked.setSoTimeout(200);
        try {
            asked.getInputStream().readAllBytes();
            fail("it is closed");
        } catch (SocketTimeoutException open) {
            asked.setSoTimeout(5_000);
            asked.getOutputStream().write(ASKS.getBytes(StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 200", first(asked));
        }
    }
}
