package io.guatu.ledger;

import java.io.Closeable;
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
public final class EmbeddedPostgres implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String NAME = "postgres";
    private static final String OWNER = "guatu_owner";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final Postmaster postmaster;
    private final FileChannel lock;
    private final String password;
    private int port;
    private boolean served;
    private volatile boolean closed;

    private EmbeddedPostgres(Path data, Path programs, FileChannel lock, List<String> settings) throws IOException {
        this.data = data.toAbsolutePath();
        this.lock = lock;
        this.postmaster = new Postmaster(this.data, programs, settings);
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
        return start(data, programs, List.of());
    }

    /** @param settings what is to be otherwise, as {@code name=value}: a test's data need not outlive the machine */
    public static EmbeddedPostgres start(Path data, Path programs, List<String> settings) throws IOException {
        Files.createDirectories(data);
        FileChannel lock = lock(data);
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(data, PostgresBinaries.in(programs), lock, settings);
            postgres.stopOrphan();
            postgres.postmaster.create(OWNER, postgres.data.resolve("postgres.password"));
            postgres.run();
            return postgres;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The server that runs in this data folder just now, by whoever started it: for who only reads from it. */
    public static Optional<Database> running(Path data) throws IOException {
        Path secret = data.resolve("postgres.password");
        Optional<Integer> port = new Postmaster(data.toAbsolutePath(), data, List.of()).port();
        return port.isPresent() && Files.exists(secret)
                ? Optional.of(new Database("127.0.0.1", port.get(), NAME, OWNER, password(secret)))
                : Optional.empty();
    }

    public Database database() {
        return new Database("127.0.0.1", port, NAME, OWNER, password);
    }

    /** The process of the server, while it runs. */
    public Optional<ProcessHandle> process() {
        return postmaster.process();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            postmaster.stop("fast", 20);
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
        Optional<ProcessHandle> orphan = postmaster.process();
        if (orphan.isPresent() && !postmaster.stop("fast", 10)) {
            postmaster.stop("immediate", 20);
        }
    }

    private void run() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // After a hard kill the shared memory of the old server may live a moment longer than its process.
        while (!postmaster.start(port)) {
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
