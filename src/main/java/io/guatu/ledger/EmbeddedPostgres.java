package io.guatu.ledger;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in the data folder, as durable as a real one: fsync, synchronous commit and full page writes on,
 * scram with a generated password, loopback only. It outlives the program when that is killed; the next start stops the
 * orphan and begins anew with everything that was committed. A server that dies while the program lives is started again.
 * All methods block.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String OWNER = "guatu_owner";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final Path programs;
    private final Path cluster;
    private final FileChannel lock;
    private final String password;
    private int port;
    private boolean served;
    private volatile boolean closed;

    private EmbeddedPostgres(Path data, Path programs, FileChannel lock) throws IOException {
        this.data = data.toAbsolutePath();
        this.programs = programs;
        this.lock = lock;
        this.cluster = this.data.resolve("postgres");
        this.password = password(data.resolve("postgres.password"));
        this.port = freePort();
    }

    /**
     * Starts the server of this data folder, making it when there is none.
     *
     * @param programs where PostgreSQL's programs are, or will be unpacked
     * @throws IOException with a sentence for the person at the terminal
     */
    public static EmbeddedPostgres start(Path data, Path programs) throws IOException {
        Files.createDirectories(data);
        FileChannel lock = lock(data);
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(data, PostgresBinaries.in(programs), lock);
            postgres.stopOrphan();
            postgres.create();
            postgres.run();
            return postgres;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public Database database() {
        return new Database("127.0.0.1", port, "postgres", OWNER, password);
    }

    /** The process of the server, while it runs. */
    public Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
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

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            ctl("stop", "-m", "fast", "-w", "-t", "20");
            lock.close();
        }
    }

    /** One program per data folder; the lock ends with the program, however it ends. */
    private static FileChannel lock(Path data) throws IOException {
        FileChannel channel =
                FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            held = null;
        }
        if (held == null) {
            channel.close();
            throw new IOException("Another Guatu is running with the data folder " + data.toAbsolutePath() + ".");
        }
        return channel;
    }

    /** We hold the folder's lock, so a server that still runs here belongs to a program that was killed. */
    private void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = process();
        if (orphan.isPresent() && ctl("stop", "-m", "fast", "-w", "-t", "10") != 0) {
            ctl("stop", "-m", "immediate", "-w", "-t", "20");
        }
    }

    /** Beside its place first, so that a start that was killed half-way leaves nothing that looks whole. */
    private void create() throws IOException {
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
                OWNER,
                "--auth=scram-sha-256",
                "--pwfile=" + data.resolve("postgres.password"),
                "--encoding=UTF8",
                "--locale=C");
        if (code != 0) {
            throw new IOException("PostgreSQL could not make its data folder; see " + log.toAbsolutePath());
        }
        Files.move(partial, cluster);
    }

    private void run() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // After a hard kill the shared memory of the old server may live a moment longer than its process.
        while (ctl("start", "-w", "-t", "60", "-o", options()) != 0) {
            if (closed || System.nanoTime() > deadline) {
                throw new IOException("PostgreSQL does not start; see "
                        + data.resolve("postgres.log").toAbsolutePath());
            }
            LOG.warn("PostgreSQL did not start, trying again");
            if (!served) {
                port = freePort(); // somebody may have taken it meanwhile
            }
        }
        served = true;
        process().ifPresent(process -> process.onExit().thenRun(this::revive));
    }

    private String options() {
        return String.join(
                " -c ",
                "-c listen_addresses=127.0.0.1",
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
                "log_truncate_on_rotation=on");
    }

    /** As often as it takes: without it the program serves nobody. */
    private void revive() {
        if (closed) {
            return;
        }
        LOG.warn("PostgreSQL died; starting it again");
        try {
            run();
        } catch (IOException e) {
            LOG.error("{}", e.getMessage());
            CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS).execute(this::revive);
        }
    }

    private int ctl(String action, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("-D", cluster.toString(), "-s"));
        if (action.equals("start")) {
            all.addAll(List.of("-l", data.resolve("postgres.log").toString()));
        }
        all.add(action);
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
            if (!process.waitFor(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS)) {
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

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Path partial = file.resolveSibling(file.getFileName() + ".partial");
            Files.deleteIfExists(partial);
            Files.createFile(
                    partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(partial, HexFormat.of().formatHex(random));
            Files.move(partial, file);
        }
        return Files.readString(file).trim();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
