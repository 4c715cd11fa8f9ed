package io.guatu.app;

import io.guatu.ledger.Database;
import io.guatu.ledger.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The PostgreSQL of this JVM's tests. A database is migrated once, and each seed is told once: whoever wants one of them
 * gets a copy, in a few hundredths of a second, while another thread's is still made. What is told here need not outlive
 * the machine, so nothing waits for the disk; the test about durability has a server of its own.
 */
final class TestServer {
    /** One for each JVM of tests: several may run side by side. */
    static final Path FOLDER =
            Path.of(System.getProperty("guatu.test.folder", "target/tests")).toAbsolutePath();

    private static final Path PROGRAMS = Path.of("target/postgres-programs").toAbsolutePath();
    /** Half of a board's start went into proving passwords, thousands of hashes for each connection. */
    private static final List<String> SETTINGS = List.of(
            "fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "scram_iterations=1");

    private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();
    private static EmbeddedPostgres postgres;
    private static Connection owner;
    private static int made;

    private TestServer() {}

    /** A server in a folder of its own, by the programs that all tests share: only one may unpack them. */
    static EmbeddedPostgres start(Path folder) throws IOException {
        Files.createDirectories(PROGRAMS.getParent());
        Path busy = PROGRAMS.resolveSibling("postgres-programs.lock");
        synchronized (PROGRAMS) { // the lock of a file is between JVMs
            try (FileChannel channel = FileChannel.open(busy, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock(); // until it is closed
                return EmbeddedPostgres.start(folder, PROGRAMS, SETTINGS);
            }
        }
    }

    /** PostgreSQL's programs, unpacked. */
    static synchronized Path programs() throws IOException, SQLException {
        run();
        return PROGRAMS;
    }

    /** A database with the schema and nothing in it. */
    static Database empty() throws Exception {
        return copy(template("schema").made("", Database::migrate));
    }

    /** A database of which the board begins as the seed says, on the clock's day. */
    static Database seeded(String seed, Clock clock) throws Exception {
        String day = clock.instant().atZone(TestBoard.ZONE).toLocalDate().toString();
        Database schema = template("schema").made("", Database::migrate);
        return copy(
                template(seed + " of " + day).made(of(schema), database -> TestBoard.program(database, seed, clock, 0)
                        .close()));
    }

    private interface Preparation {
        void of(Database database) throws Exception;
    }

    /** Made by the first who asks; who asks meanwhile waits, and nobody else does. */
    private static final class Template {
        private Database made;

        synchronized Database made(String from, Preparation preparation) throws Exception {
            if (made == null) {
                Database database = create(from);
                preparation.of(database);
                made = database;
            }
            return made;
        }
    }

    private static Template template(String name) {
        return TEMPLATES.computeIfAbsent(name, any -> new Template());
    }

    private static Database copy(Database template) throws Exception {
        Database copy = create(of(template));
        copy.renewEpoch(); // two ledgers never share one
        Path keys = TestBoard.folder(template).resolve("keys.json");
        if (Files.exists(keys)) {
            Files.copy(keys, Files.createDirectories(TestBoard.folder(copy)).resolve("keys.json"));
        }
        return copy;
    }

    private static String of(Database template) {
        return " TEMPLATE " + template.name();
    }

    private static synchronized Database create(String from) throws IOException, SQLException {
        run();
        String name = "board_" + ++made;
        execute("CREATE DATABASE " + name + from);
        Database server = postgres.database();
        return new Database(server.host(), server.port(), name, server.user(), server.password());
    }

    private static void run() throws IOException, SQLException {
        if (postgres == null) {
            Path data = FOLDER.resolve("postgres");
            TestBoard.delete(data);
            TestBoard.delete(FOLDER.resolve("data"));
            postgres = start(data);
            Runtime.getRuntime().addShutdownHook(new Thread(TestServer::stop));
            owner = connect(postgres.database());
            Database server = postgres.database();
            execute("ALTER ROLE " + server.user() + " PASSWORD '" + server.password() + "'"); // as the settings say
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name(),
                database.user(),
                database.password());
    }

    private static void stop() {
        try {
            owner.close();
            postgres.close();
        } catch (IOException | SQLException e) {
            System.err.println(e.getMessage());
        }
    }
}
