package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A program that is asked to stop, as SIGTERM asks it. */
class StopIT {
    @Test
    void who_is_being_answered_is_answered_and_nobody_else_is_waited_for() throws Exception {
        TestBoard board = TestBoard.start();
        TestViewer wall = new TestViewer(board.port(), board.screen("hall"), null).connect();
        TestBoard.await("synced", () -> wall.seq() > 0);
        byte[] update = "{\"kind\":\"still-true\"}".getBytes(StandardCharsets.UTF_8);
        String head = "POST /api/projects/park/updates HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + board.person("zhao") + "\r\nContent-Type: application/json\r\nIdempotency-Key: last-words\r\n"
                + "Content-Length: " + update.length + "\r\n\r\n";
        try (Socket idle = new Socket("127.0.0.1", board.port());
                Socket asking = new Socket("127.0.0.1", board.port())) {
            idle.getOutputStream()
                    .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertEquals("HTTP/1.1 200 OK", line(idle));
            asking.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            asking.getOutputStream().write(update, 0, 5);
            // The server has it in hand once it answers somebody who came later.
            board.as(null).get("/health/live");
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> close(board));
            TestBoard.await("nobody is sent to it any more", () -> status(board, "/health/ready") == 503);
            assertEquals(200, status(board, "/health/live"), "whoever comes all the same is answered");
            TestBoard.await("walls go elsewhere", () -> wall.closed() != null);
            assertThrows(
                    CompletionException.class,
                    () -> new TestViewer(board.port(), board.screen("hall"), null).connect(),
                    "a new line would be told to go as well");
            assertEquals(503, status(board, "/health/ready"), "as long as somebody is answered");
            assertTrue(!stopped.isDone(), "it waits for the one that asks");
            asking.getOutputStream().write(update, 5, update.length - 5);
            assertEquals("HTTP/1.1 201 Created", line(asking));
            stopped.get(10, TimeUnit.SECONDS);
        }
        assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", board.port()).close());
        assertEquals(
                1,
                TestBoard.number(board.database(), "SELECT count(*) FROM guatu.idempotency WHERE key = 'last-words'"));
    }

    private static void close(TestBoard board) {
        try {
            board.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int status(TestBoard board, String path) {
        try {
            return board.as(null).get(path).status();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String line(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
