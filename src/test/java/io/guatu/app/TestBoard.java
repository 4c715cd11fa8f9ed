package io.guatu.app;

import io.guatu.access.Subject;
import io.guatu.domain.GrantId;
import io.guatu.domain.PersonId;
import io.guatu.domain.ScreenId;
import io.guatu.ledger.Database;
import io.guatu.ledger.EmbeddedPostgres;
import io.guatu.ledger.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A whole program for a test: real HTTP, real sockets, real PostgreSQL. One embedded server for all tests, one database for
 * each board; several nodes may share one.
 */
public final class TestBoard implements AutoCloseable {
    static final Path PROGRAMS = Path.of("target/postgres-programs").toAbsolutePath();
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static EmbeddedPostgres postgres;

    private final Program program;
    private final Database database;
    private final Clock clock;

    private TestBoard(Program program, Database database, Clock clock) {
        this.program = program;
        this.database = database;
        this.clock = clock;
    }

    public static TestBoard start() throws Exception {
        return start("src/test/resources/seeds/small", Clock.systemUTC());
    }

    public static TestBoard start(String seed, Clock clock) throws Exception {
        return on(newDatabase(), seed, clock, 0);
    }

    /** Another node on the same database. */
    public TestBoard second() throws Exception {
        return second(clock);
    }

    public TestBoard second(Clock other) throws Exception {
        return on(database, "src/test/resources/seeds/small", other, 0);
    }

    /** On a database that is reached some other way. */
    public static TestBoard on(Database database) throws Exception {
        return on(database, "src/test/resources/seeds/small", Clock.systemUTC(), 0);
    }

    /** The same board after the program was stopped: same database, same port. */
    public static TestBoard again(Database database, int port) throws Exception {
        return on(database, "src/test/resources/seeds/small", Clock.systemUTC(), port);
    }

    private static TestBoard on(Database database, String seed, Clock clock, int port) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("GUATU_PORT", Integer.toString(port));
        environment.put("GUATU_DATA", "target/test-data");
        environment.put("GUATU_SEED", seed);
        environment.put("GUATU_OFFICE_PASSWORD", "office-password");
        environment.put(
                "GUATU_DATABASE_URL",
                "postgresql://" + database.user() + ":" + database.password() + "@" + database.host() + ":"
                        + database.port() + "/" + database.name() + "?sslmode="
                        + Json.kebab(database.tls()));
        return new TestBoard(Program.start(Config.of(environment), clock), database, clock);
    }

    public static synchronized Database newDatabase() throws IOException, SQLException {
        if (postgres == null) {
            Path data = Path.of("target/test-postgres").toAbsolutePath();
            delete(data);
            postgres = EmbeddedPostgres.start(data, PROGRAMS);
            Runtime.getRuntime().addShutdownHook(new Thread(TestBoard::stopPostgres));
        }
        Database server = postgres.database();
        String name = "board_" + COUNTER.incrementAndGet();
        execute(server, "CREATE DATABASE " + name);
        return named(server, name);
    }

    /** Another database of the same server. */
    public static Database named(Database server, String name) {
        return new Database(server.host(), server.port(), name, server.user(), server.password());
    }

    private static void stopPostgres() {
        try {
            postgres.close();
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }

    /** Runs a statement as the owner of the database. */
    public static void execute(Database database, String sql) throws SQLException {
        String url = "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name();
        try (Connection connection = DriverManager.getConnection(url, database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The one number that a query answers, asked as the owner of the database. */
    public static long number(Database database, String sql) {
        String url = "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name();
        try (Connection connection = DriverManager.getConnection(url, database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public Program program() {
        return program;
    }

    public Database database() {
        return database;
    }

    public int port() {
        return program.node().port();
    }

    public String url() {
        return "http://localhost:" + port();
    }

    public String person(String name) {
        return token(new Subject.Person(new PersonId(name)));
    }

    public String contractor(String grant) {
        return token(new Subject.Contractor(new GrantId(grant)));
    }

    public String screen(String screen) {
        return token(new Subject.Display(new ScreenId(screen)));
    }

    public String token(Subject subject) {
        return token(subject, clock.instant().plus(Duration.ofHours(1)));
    }

    public String token(Subject subject, Instant expires) {
        return program.node().tokens().issue(subject, expires);
    }

    public TestClient as(String token) {
        return new TestClient(url(), token);
    }

    /** Waits until it is so, as long as a person would. */
    public static void await(String what, BooleanSupplier so) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> deepestFirst;
            try (Stream<Path> all = Files.walk(folder)) {
                deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        program.close();
    }
}
