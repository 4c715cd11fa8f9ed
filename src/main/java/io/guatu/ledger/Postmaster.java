package io.guatu.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The server's process in a data folder, by PostgreSQL's own programs. All methods block. */
final class Postmaster {
    private static final String PID = "postmaster.pid";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path data;
    private final Path cluster;
    private final Path programs;
    private final List<String> settings;

    /** @param settings {@code name=value}, in place of ours */
    Postmaster(Path data, Path programs, List<String> settings) {
        this.settings = List.copyOf(settings);
        this.data = data;
        this.cluster = data.resolve("postgres");
        this.programs = programs;
    }

    /** The process of the server, while it runs. */
    Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve(PID));
            return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    // After a restart of the machine the number may be another server's.
                    .filter(process -> process.info()
                            .commandLine()
                            .map(line -> line.contains(cluster.toString()))
                            .orElse(true));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // no such file, or one that is being written
        }
    }

    /** Where it listens, while it runs: the fourth line that it writes about itself. */
    Optional<Integer> port() throws IOException {
        if (process().isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(cluster.resolve(PID));
        return lines.size() < 4
                ? Optional.empty()
                : Optional.of(Integer.parseInt(lines.get(3).trim()));
    }

    /** Beside its place first, so that a start that was killed half-way leaves nothing that looks whole. */
    void create(String owner, Path password) throws IOException {
        if (Files.exists(cluster)) {
            return;
        }
        Path partial = data.resolve("postgres.partial");
        PostgresBinaries.delete(partial);
        Path log = data.resolve("postgres.log");
        int code = execute(
                log,
                "initdb",
                "-D",
                partial.toString(),
                "-U",
                owner,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C");
        if (code != 0) {
            throw new IOException("PostgreSQL could not make its data folder; see " + log.toAbsolutePath());
        }
        Files.move(partial, cluster);
    }

    /** @return whether it serves; it may not when the port was taken meanwhile */
    boolean start(int port) throws IOException {
        return ctl("start", "-l", data.resolve("postgres.log").toString(), "-w", "-t", "60", "-o", options(port)) == 0;
    }

    /** @param mode "fast" or "immediate", as pg_ctl says */
    boolean stop(String mode, int seconds) throws IOException {
        return ctl("stop", "-m", mode, "-w", "-t", Integer.toString(seconds)) == 0;
    }

    private String options(int port) {
        List<String> all = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=''",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "password_encryption=scram-sha-256",
                "max_connections=60",
                "timezone=UTC",
                "log_timezone=UTC",
                // One file for each day of the week, written over after a week.
                "logging_collector=on",
                "log_directory=../postgres.logs",
                "log_filename=%a.log",
                "log_rotation_age=1d",
                "log_rotation_size=0",
                "log_truncate_on_rotation=on"));
        all.addAll(settings); // of two, the later one holds
        return "-c " + String.join(" -c ", all);
    }

    private int ctl(String action, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("-D", cluster.toString(), "-s", action));
        all.addAll(List.of(arguments));
        return execute(data.resolve("control.log"), "pg_ctl", all.toArray(String[]::new));
    }

    private int execute(Path log, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (root()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is not.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(program).toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + program + " ran", e);
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }
}
