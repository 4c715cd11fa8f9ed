package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.access.Subject;
import io.guatu.domain.PersonId;
import io.guatu.ledger.Database;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A program is killed (SIGKILL) while one receiver has its message and has not answered, another was told to wait, and a third has heard:
 * the next program tells the second, and nobody twice. What became of the first is said to be unknown.
 */
class ToldThroughDeathIT {
    private static final Duration STARTING = Duration.ofSeconds(60);

    private final TestClock clock = new TestClock();
    private final Path data = TestServer.FOLDER.resolve("told");
    private Map<String, String> environment;
    private int port;

    @Test
    void nobody_is_told_twice_through_a_kill() throws Exception {
        try (TestHook hook = new TestHook()) {
            hook.hold("/held");
            hook.says("/busy", new TestHook.Answer(503, "", Map.of()), new TestHook.Answer(204, "", Map.of()));
            Database database = TestServer.seeded(TestBoard.SMALL, Clock.systemUTC());
            Map<String, String> more = Map.of("GUATU_SEND_TO", hook.origin());
            String token;
            try (TestBoard board = TestBoard.with(database, clock, more)) {
                token = board.token(new Subject.Person(new PersonId("office")));
                for (String receiver : List.of("held", "busy", "heard")) {
                    save(board.as(token), receiver, hook.origin());
                }
            }
            Process program = launch(database, more);
            try {
                TestClient office = new TestClient("http://localhost:" + port, token);
                office.tell(
                                "underpass",
                                "{\"kind\":\"directive-issued\",\"text\":\"办\",\"deadline\":\""
                                        + clock.today().plusDays(3) + "\"}")
                        .taken();
                for (String receiver : List.of("held", "busy", "heard")) {
                    TestBoard.await(
                            receiver + " hears", () -> hook.at("/" + receiver).size() == 1);
                }
                TestBoard.await(
                        "what is known is written",
                        () -> number(database, "sent") == 1 && number(database, "waiting") == 1);
            } finally {
                program.destroyForcibly().waitFor();
            }
            assertEquals(1, number(database, "sending"), "so it died");
            clock.ahead(Duration.ofMinutes(2));
            try (TestBoard board = TestBoard.with(database, clock, more)) {
                TestBoard.await(
                        "who was told to wait has heard, at " + board.url(), () -> number(database, "sent") == 2);
                TestBoard.await("what nobody knows is said so", () -> number(database, "unknown") == 1);
                assertEquals(0, number(database, "waiting") + number(database, "sending"));
            }
            assertEquals(1, hook.at("/held").size());
            assertEquals(1, hook.at("/heard").size());
            assertEquals(2, hook.at("/busy").size(), "the first was not taken");
        }
    }

    private static void save(TestClient office, String receiver, String origin) throws Exception {
        String wish =
                "{\"name\":\"" + receiver + "\",\"channel\":\"webhook\",\"what\":[\"directive\"],\"workdays\":false,"
                        + "\"english\":false,\"address\":\"" + origin + "/" + receiver + "\",\"secret\":\"s\"}";
        assertEquals(200, office.send("PUT", "/api/receivers/" + receiver, wish).status());
    }

    private static long number(Database database, String state) {
        return TestBoard.number(database, "SELECT count(*) FROM guatu.outbox WHERE state = '" + state + "'");
    }

    private Process launch(Database database, Map<String, String> more) throws Exception {
        TestBoard.delete(data);
        Files.createDirectories(data);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        environment = TestBoard.environment(database);
        environment.putAll(more);
        environment.put("GUATU_PORT", Integer.toString(port));
        Process program = start();
        TestBoard.await("it is ready", STARTING, () -> {
            assertTrue(program.isAlive(), "the program ended");
            try {
                return new TestClient("http://localhost:" + port, null)
                                .get("/health/ready")
                                .status()
                        == 200;
            } catch (IOException | InterruptedException notYet) {
                return false;
            }
        });
        return program;
    }

    private Process start() throws IOException {
        List<String> line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.guatu.app.Main"));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(data.toFile(), "program.log")));
        builder.environment().keySet().removeIf(name -> name.startsWith("GUATU_"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
