package io.guatu.app;

import io.guatu.access.Passwords;
import io.guatu.access.Subject;
import io.guatu.domain.GrantId;
import io.guatu.domain.PersonId;
import io.guatu.domain.ScreenId;
import io.guatu.ledger.Database;
import io.guatu.ledger.Json;
import io.guatu.ledger.Silence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A whole program for a test: real HTTP, real sockets, real PostgreSQL; a database for each board, which several
 * nodes may share.
 */
public final class TestBoard implements AutoCloseable {
    /** The zone in which the day of a board of a test turns. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final String SMALL = "src/test/resources/seeds/small";
    /** Hundreds of log-ins are no test of how long guessing takes: half of a log-in's time was that. */
    static final Passwords.Cost CHEAP = new Passwords.Cost(64, 1);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** What is read and written apart takes what the others leave, which is little here: who asks for it waits, if that is no test of it. */
    private static final Silence PATIENT = new Silence(
            Silence.BORNE.connection(),
            Silence.BORNE.listener(),
            Silence.BORNE.ledger(),
            Silence.BORNE.viewer(),
            Duration.ofSeconds(40),
            Silence.BORNE.clocks());

    private final Program program;
    private final Database database;
    private final Clock clock;

    private TestBoard(Program program, Database database, Clock clock) {
        this.program = program;
        this.database = database;
        this.clock = clock;
    }

    public static TestBoard start() throws Exception {
        return start(SMALL, Clock.systemUTC());
    }

    public static TestBoard start(String seed, Clock clock) throws Exception {
        return on(TestServer.seeded(seed, clock), seed, clock, 0);
    }

    /** Another node on the same database. */
    public TestBoard second() throws Exception {
        return second(clock);
    }

    public TestBoard second(Clock other) throws Exception {
        return on(database, SMALL, other, 0);
    }

    /** On a database that is reached some other way. */
    public static TestBoard on(Database database) throws Exception {
        return impatient(database, Silence.BORNE);
    }

    /** One that bears no silence for long. */
    public static TestBoard impatient(Silence silence) throws Exception {
        return impatient(TestServer.seeded(SMALL, Clock.systemUTC()), silence);
    }

    /** The same on such a database. */
    public static TestBoard impatient(Database database, Silence silence) throws Exception {
        Clock clock = Clock.systemUTC();
        return new TestBoard(program(database, SMALL, clock, 0, silence), database, clock);
    }

    /** One that holds its clock to the database's. */
    static TestBoard strict(Database database, Clock clock, Silence silence) throws Exception {
        return new TestBoard(started(database, SMALL, clock, 0, silence, Map.of()), database, clock);
    }

    /** The same board after the program was stopped: same database, same port. */
    public static TestBoard again(Database database, int port) throws Exception {
        return on(database, SMALL, Clock.systemUTC(), port);
    }

    /** One that was told more by its environment. */
    static TestBoard with(Database database, Clock clock, Map<String, String> more) throws Exception {
        return new TestBoard(program(database, SMALL, clock, 0, Silence.BORNE, more), database, clock);
    }

    private static TestBoard on(Database database, String seed, Clock clock, int port) throws Exception {
        return new TestBoard(program(database, seed, clock, port), database, clock);
    }

    static Program program(Database database, String seed, Clock clock, int port) throws Exception {
        return program(database, seed, clock, port, PATIENT);
    }

    /** A test's clock goes its own way. */
    private static Program program(Database database, String seed, Clock clock, int port, Silence silence)
            throws Exception {
        return program(database, seed, clock, port, silence, Map.of());
    }

    private static Program program(
            Database database, String seed, Clock clock, int port, Silence silence, Map<String, String> more)
            throws Exception {
        Silence borne = clock.equals(Clock.systemUTC()) ? silence : silence.atAnyTime();
        return started(database, seed, clock, port, borne, more);
    }

    private static Program started(
            Database database, String seed, Clock clock, int port, Silence silence, Map<String, String> more)
            throws Exception {
        Map<String, String> environment = environment(database);
        environment.putAll(more);
        environment.put("GUATU_PORT", Integer.toString(port));
        environment.put("GUATU_SEED", seed);
        environment.put("GUATU_OFFICE_PASSWORD", "office-password");
        return Program.start(Config.of(environment), clock, CHEAP, silence);
    }

    /** Where the nodes on this database keep what they keep. */
    static Path folder(Database database) {
        return TestServer.FOLDER.resolve("data").resolve(database.name());
    }

    /** Where a program of a test listens and keeps what it keeps: any port, this database, no seed. */
    static Map<String, String> environment(Database database) {
        Map<String, String> environment = new HashMap<>();
        environment.put("GUATU_PORT", "0");
        environment.put("GUATU_DATA", folder(database).toString());
        environment.put("GUATU_SEED", "none");
        environment.put(
                "GUATU_DATABASE_URL",
                "postgresql://" + database.user() + ":" + database.password() + "@" + database.where() + "/"
                        + database.name() + "?sslmode="
                        + Json.kebab(database.tls()));
        return environment;
    }

    /** Another database of the same server. */
    public static Database named(Database server, String name) {
        return new Database(server.host(), server.port(), name, server.user(), server.password());
    }

    /** Runs a statement as the owner of the database. */
    public static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = TestServer.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The one number that a query answers, asked as the owner of the database. */
    public static long number(Database database, String sql) {
        try (Connection connection = TestServer.connect(database);
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
        await(what, PATIENCE, so);
    }

    static void await(String what, Duration patience, BooleanSupplier so) throws InterruptedException {
        long began = System.nanoTime();
        while (!so.getAsBoolean()) {
            long waited = System.nanoTime() - began;
            if (waited > patience.toNanos()) {
                throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
            }
            // Soon seen if it is soon; who waits for a time-out does not keep the processor from the others.
            LockSupport.parkNanos(Math.max(5_000_000, Math.min(waited / 10, 100_000_000)));
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
