package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.ledger.Database;
import io.guatu.ledger.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The delivered jar as a process of its own, which can be killed, frozen, and begun again at the same place. */
final class TestProgram implements AutoCloseable {
    static final Path JAR = Path.of("target", "guatu.jar");
    /** The first start makes a database, and the machine may be busy: how long a start takes is not what these tests say. */
    private static final Duration STARTING = Duration.ofMinutes(3);
    /** It lives for seconds: starting fast is worth more than running fast. */
    private static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=256m");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Path jar;
    private final Path data;
    private final int port;
    private final Map<String, String> settings = new HashMap<>();
    private final List<String> options;
    private Process process;

    TestProgram(Path data, Map<String, String> settings, String... options) throws IOException {
        this(JAR, data, settings, options);
    }

    TestProgram(Path jar, Path data, Map<String, String> settings, String... options) throws IOException {
        this.jar = jar;
        this.data = data;
        this.options = List.of(options);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        this.settings.put(
                "GUATU_SEED", Path.of(TestBoard.SMALL).toAbsolutePath().toString());
        this.settings.putAll(settings);
        this.settings.put("GUATU_PORT", Integer.toString(port));
        this.settings.put("GUATU_DATA", data.toString());
        Files.createDirectories(data);
    }

    int port() {
        return port;
    }

    String url() {
        return "http://localhost:" + port;
    }

    Process process() {
        return process;
    }

    String log() throws IOException {
        return Files.readString(data.resolve("program.log"));
    }

    /** Returns when it is ready. */
    TestProgram launch() throws Exception {
        begin();
        TestBoard.await("it is ready", STARTING, this::ready);
        return this;
    }

    void begin() throws IOException {
        process = start();
    }

    boolean ready() {
        assertTrue(process.isAlive(), "the program ended");
        // A connection that came in while the server began to listen may be lost inside Vert.x' metrics and never be
        // answered: who asks gives up soon and asks again.
        HttpRequest ready = HttpRequest.newBuilder(URI.create(url() + "/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return CLIENT.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the database's owner or anybody at the terminal begins it. */
    Process start(String... command) throws IOException {
        List<String> line =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        line.addAll(options.isEmpty() ? SHORT_LIVED : options);
        line.addAll(List.of("-jar", jar.toString()));
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(data.toFile(), "program.log")));
        builder.environment().keySet().removeIf(name -> name.startsWith("GUATU_"));
        builder.environment().putAll(settings);
        return builder.start();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, and kills it when half of the snapshot that it writes then is in the database. */
    void killWhileItKeeps() throws Exception {
        Database database = EmbeddedPostgres.running(data).orElseThrow();
        try (Connection other = TestServer.connect(database);
                Statement held = other.createStatement()) {
            other.setAutoCommit(false);
            held.execute("LOCK TABLE guatu.snapshot_part IN SHARE MODE");
            process.destroy();
            TestBoard.await("it writes a part of a snapshot", () -> waits(held));
            kill();
        }
    }

    private static boolean waits(Statement statement) {
        try (ResultSet waiting = statement.executeQuery(
                "SELECT FROM pg_locks WHERE relation = 'guatu.snapshot_part'::regclass AND NOT granted")) {
            return waiting.next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its embedded database. */
    ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(0)
                .trim();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    static void signal(String signal, ProcessHandle... to) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("kill", "-" + signal));
        for (ProcessHandle each : to) {
            line.add(Long.toString(each.pid()));
        }
        new ProcessBuilder(line).start().waitFor();
    }

    /** As asked by SIGTERM. @return whether it went within half a minute */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        try {
            if (process != null && !stop()) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
