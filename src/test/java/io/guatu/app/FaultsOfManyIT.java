package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.bench.load.Crowd;
import io.guatu.bench.load.Door;
import io.guatu.bench.load.Follower;
import io.guatu.bench.load.Loop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand viewers that come back at once, and hundreds that stop reading, on a town's small heap. With {@code -Pfaults}. */
@Tag("faults")
class FaultsOfManyIT {
    private static final String[] TOWN = {"@deploy/town.jvm"};
    private static final int MANY = 1_000;
    private static final int DEAF = 200;
    private static final int TIMES = 3;
    private static final Duration WELL = Duration.ofSeconds(60);

    private static TestProgram program(String name) throws Exception {
        Path data = TestServer.FOLDER.resolve(name);
        TestBoard.delete(data);
        Files.createDirectories(data);
        Files.createSymbolicLink(data.resolve("postgres-programs"), TestServer.programs());
        return new TestProgram(data, Map.of(), TOWN).launch();
    }

    private static String token(TestProgram program, String who, String password) throws Exception {
        return new TestClient(program.url(), null)
                .post("/api/session", "{\"name\":\"" + who + "\",\"password\":\"" + password + "\"}")
                .json()
                .path("token")
                .asText();
    }

    private static List<Follower> followers(String token) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> new Follower(token, false, (from, to) -> {}))
                .toList();
    }

    @Test
    void a_thousand_come_back_at_once() throws Exception {
        try (TestProgram program = program("faults-storm")) {
            String token = token(program, "li", "li-password-1");
            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                try (Loop loop = new Loop()) {
                    Crowd<Follower> crowd =
                            Crowd.open(loop, Door.plain(program.port()), "/eventbus/websocket", followers(token));
                    crowd.close();
                }
                program.kill();
                program.launch();
                long began = System.nanoTime();
                try (Loop loop = new Loop();
                        Crowd<Follower> crowd =
                                Crowd.rush(loop, Door.plain(program.port()), "/eventbus/websocket", followers(token))) {
                    assertEquals(MANY, crowd.size());
                    millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
                }
            }
            FaultTable.line("1,000 viewers back at once, after the program is ready, -Xmx128m", millis, "nothing");
        }
    }

    @Test
    void hundreds_stop_reading() throws Exception {
        List<Socket> deaf = new ArrayList<>();
        try (TestProgram program = program("faults-deaf")) {
            String token = token(program, "li", "li-password-1");
            TestClient zhao = new TestClient(program.url(), token(program, "zhao", "zhao-password"));
            for (int i = 0; i < DEAF; i++) {
                deaf.add(deaf(program.port(), token));
            }
            TestViewer quick = new TestViewer(program.port(), token, null).connect();
            TestWriters writers = TestWriters.start(16, zhao);
            List<Long> millis = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                millis.add(writers.recovered(WELL));
                writers.await(300, WELL);
            }
            writers.stop();
            long end = writers.assertAllThereOnce(zhao);
            TestBoard.await("whoever reads has all of it", () -> quick.seq() >= end);
            assertEquals(UnderFireIT.snapshot(zhao), quick.cards());
            assertTrue(program.ready(), "and it lives");
            FaultTable.line(
                    "200 viewers that stop reading under " + writers.answers() + " updates, -Xmx128m",
                    millis,
                    "nothing");
        } finally {
            for (Socket each : deaf) {
                each.close();
            }
        }
    }

    /** One that registers and reads nothing after that. */
    private static Socket deaf(int port, String token) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4 * 1024);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        new RawLine(socket)
                .say("{\"type\":\"register\",\"address\":\"board.live\",\"headers\":{\"Authorization\":\"Bearer "
                        + token + "\"}}");
        return socket;
    }
}
