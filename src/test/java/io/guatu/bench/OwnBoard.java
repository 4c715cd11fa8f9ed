package io.guatu.bench;

import io.guatu.bench.peer.Workshop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The jar, started as an operator starts it with {@code county.jvm}, asked to end as one ends it. */
final class OwnBoard implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(12);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final Process process;
    private final int port;
    private final Duration took;

    private OwnBoard(Process process, int port, Duration took) {
        this.process = process;
        this.port = port;
        this.took = took;
    }

    /** Once it is ready. */
    static OwnBoard start(Path jar, Path data) throws Exception {
        int port = Workshop.freePort();
        Files.createDirectories(data);
        Path said = data.resolveSibling(data.getFileName() + ".log");
        ProcessBuilder command = new ProcessBuilder(
                        List.of(Workshop.java(), "-Xmx2g", "-XX:+ExitOnOutOfMemoryError", "-jar", jar.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
        command.environment().put("GUATU_DATA", data.toString());
        command.environment().put("GUATU_PORT", "" + port);
        command.environment().put("GUATU_SEED", "none");
        command.environment().put("GUATU_OFFICE_PASSWORD", GrowBench.PASSWORD);
        long began = System.nanoTime();
        Process process = command.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health/ready"))
                .build();
        while (System.nanoTime() - began < PATIENCE.toNanos() && process.isAlive()) {
            try {
                if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return new OwnBoard(process, port, Duration.ofNanos(System.nanoTime() - began));
                }
            } catch (IOException notYet) {
                // nobody listens
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        process.destroy();
        throw new IOException("The board is not ready: see " + said);
    }

    /** From its start to the first answer that it is ready. */
    Duration took() {
        return took;
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** The most memory that the program itself has had, in MiB. */
    long mebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }

    /** Asks it to end. @return how long that took */
    Duration end() throws InterruptedException {
        long began = System.nanoTime();
        process.destroy();
        process.waitFor();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() {
        try {
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
