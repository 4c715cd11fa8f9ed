package io.guatu.app;

import io.guatu.ledger.Database;
import io.guatu.ledger.Database.Host;
import io.guatu.ledger.Database.Tls;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Two PostgreSQL servers of this machine's own, one of which streams from the other. The embedded one cannot be copied while it runs. */
final class TestReplicas implements AutoCloseable {
    private static final String OWNER = "town";
    private static final String NAME = "postgres";

    private final Path programs;
    private final Path folder;
    private final int[] ports = {freePort(), freePort()};

    private TestReplicas(Path programs, Path folder) throws IOException {
        this.programs = programs;
        this.folder = folder;
    }

    /** Where PostgreSQL's programs are on this machine, those that make a standby among them. */
    static Optional<Path> programs() throws IOException {
        List<Path> places = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin")).forEach(places::add);
            }
        }
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of)
                .forEach(places::add);
        return places.stream()
                .filter(place -> Stream.of("initdb", "postgres", "pg_ctl", "pg_basebackup")
                        .allMatch(program -> Files.isExecutable(place.resolve(program))))
                .findFirst();
    }

    /** A primary and its standby, which has all of it. @param synchronous whether a commit waits for the standby */
    static TestReplicas start(Path programs, Path folder, boolean synchronous) throws Exception {
        TestReplicas servers = new TestReplicas(programs, folder);
        try {
            servers.run(
                    "initdb", "-D", servers.data(0), "-U", OWNER, "-A", "trust", "-N", "--encoding=UTF8", "--locale=C");
            Files.writeString(
                    Path.of(servers.data(0), "postgresql.auto.conf"),
                    String.join(
                            "\n",
                            "listen_addresses = '127.0.0.1'",
                            "unix_socket_directories = ''",
                            "fsync = off",
                            "wal_keep_size = '64MB'",
                            ""));
            servers.start(0);
            servers.run(
                    "pg_basebackup",
                    "-D",
                    servers.data(1),
                    "-R",
                    "-c",
                    "fast",
                    "-X",
                    "stream",
                    "-h",
                    "127.0.0.1",
                    "-p",
                    Integer.toString(servers.ports[0]),
                    "-U",
                    OWNER);
            servers.start(1);
            if (synchronous) {
                TestBoard.execute(servers.server(0), "ALTER SYSTEM SET synchronous_standby_names = '*'");
                TestBoard.execute(servers.server(0), "SELECT pg_reload_conf()");
            }
            TestBoard.await("the standby follows", () -> servers.follows(synchronous));
            return servers;
        } catch (Exception | Error e) {
            servers.close();
            throw e;
        }
    }

    private boolean follows(boolean synchronous) {
        return TestBoard.number(
                        server(0),
                        "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'"
                                + (synchronous ? " AND sync_state = 'sync'" : ""))
                == 1;
    }

    /** As the settings of a board name them. */
    Database both() {
        return new Database(
                List.of(new Host("127.0.0.1", ports[0]), new Host("127.0.0.1", ports[1])),
                NAME,
                OWNER,
                "any",
                Tls.DISABLE);
    }

    Database server(int which) {
        return new Database("127.0.0.1", ports[which], NAME, OWNER, "any");
    }

    void start(int which) throws Exception {
        run("pg_ctl", "-D", data(which), "-l", data(which) + ".log", "-w", "-o", "-p " + ports[which], "start");
    }

    void stop(int which) throws Exception {
        run("pg_ctl", "-D", data(which), "-m", "fast", "-w", "stop");
    }

    void promote(int which) throws Exception {
        run("pg_ctl", "-D", data(which), "-w", "promote");
    }

    /** Without a word to anybody. */
    void kill(int which) throws Exception {
        process(which).orElseThrow().destroyForcibly();
        TestBoard.await("it is dead", () -> process(which).isEmpty());
    }

    private Optional<ProcessHandle> process(int which) {
        try {
            String pid =
                    Files.readAllLines(Path.of(data(which), "postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(pid.trim()));
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private String data(int which) {
        return folder.resolve("server-" + which).toString();
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U")); // it refuses to run as root
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path log = folder.resolve("programs.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IOException(program + " failed: " + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        for (int which : new int[] {1, 0}) {
            if (process(which).isPresent()) {
                run("pg_ctl", "-D", data(which), "-m", "immediate", "-w", "stop");
            }
        }
    }
}
