package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.photo.HostilePhoto;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many photos at once: a node reads a few, the others are told to come again. */
class UploadsIT {
    private static final String UNDERPASS = "/api/projects/underpass/photos";
    private final List<Socket> halfway = new ArrayList<>();
    private TestBoard board;

    @BeforeEach
    void start() throws Exception {
        board = TestBoard.start();
    }

    @AfterEach
    void stop() throws IOException {
        giveUp();
        board.close();
    }

    private void giveUp() throws IOException {
        for (Socket socket : halfway) {
            socket.close();
        }
    }

    @Test
    void a_sender_has_few_photos_under_way_and_a_line_that_breaks_makes_room() throws Exception {
        TestBoard.await("the sender is busy", () -> refused("g-li", UNDERPASS, board.contractor("g-li")));
        TestClient.Answer later = send("g-li", UNDERPASS);
        assertEquals("photos-busy", later.code());
        assertTrue(
                later.json().path("detail").asText().contains("5 秒"),
                later.raw().body());
        assertEquals("5", later.raw().headers().firstValue("Retry-After").orElseThrow());
        assertEquals(201, send("g-zhou", UNDERPASS).status(), "another company may");
        giveUp();
        TestBoard.await("there is room again", () -> send("g-li", UNDERPASS).status() == 201);
        for (int i = 0; i < 3; i++) {
            assertEquals(201, send("g-li", UNDERPASS).status(), "what was answered takes no room");
        }
    }

    @Test
    void a_node_has_few_photos_under_way_whoever_sends_them() throws Exception {
        String[] others = {
            board.contractor("g-li"), board.contractor("g-zhou"), board.person("wang"), board.person("office")
        };
        TestBoard.await("the node is busy", () -> refused("g-park", "/api/projects/park/photos", others));
    }

    @Test
    void a_photo_that_is_refused_leaves_no_bytes() throws Exception {
        TestClient li = board.as(board.contractor("g-li"));
        byte[] first = Files.readAllBytes(Path.of("seeds/demo/bus-hall.jpg"));
        byte[] second = Files.readAllBytes(Path.of("seeds/demo/bus-gas.jpg"));
        String key = UUID.randomUUID().toString();
        assertEquals(201, li.sendBytes(UNDERPASS, first, "image/jpeg", key).status());
        assertEquals(1, TestBoard.number(board.database(), "SELECT count(*) FROM guatu.photo"));
        assertEquals(
                "key-reused", li.sendBytes(UNDERPASS, second, "image/jpeg", key).code());
        TestBoard.await(
                "nothing waits",
                () -> TestBoard.number(board.database(), "SELECT count(*) FROM guatu.photo_waiting") == 0);
        assertEquals(1, TestBoard.number(board.database(), "SELECT count(*) FROM guatu.photo"));
    }

    @Test
    void a_hostile_photo_is_refused_and_the_board_goes_on() throws Exception {
        TestClient li = board.as(board.contractor("g-li"));
        byte[] bomb = HostilePhoto.webpHeader(10_400, 10_400);
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    "photo-too-many-pixels",
                    li.sendBytes(UNDERPASS, bomb, "image/webp", "bomb-" + i).code());
        }
        assertEquals(201, send("g-zhou", UNDERPASS).status());
        assertEquals(1, TestBoard.number(board.database(), "SELECT count(*) FROM guatu.photo"));
    }

    /** Whether this contractor's photo is refused while more and more of theirs are under way. */
    private boolean refused(String grant, String path, String... senders) {
        try {
            for (String sender : senders) {
                begin(sender);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return send(grant, path).status() == 503;
    }

    /** Says that ten megabytes come, and sends few of them. */
    private void begin(String token) throws IOException {
        Socket socket = new Socket("127.0.0.1", board.port());
        halfway.add(socket);
        String head = "POST " + UNDERPASS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: image/jpeg\r\nIdempotency-Key: " + UUID.randomUUID()
                + "\r\nContent-Length: 10000000\r\n\r\nfew";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    private TestClient.Answer send(String grant, String path) {
        try {
            byte[] jpeg = Files.readAllBytes(Path.of("seeds/demo/bus-hall.jpg"));
            return board.as(board.contractor(grant))
                    .sendBytes(path, jpeg, "image/jpeg", UUID.randomUUID().toString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
