package io.guatu.app;

import io.guatu.access.Keys;
import io.guatu.access.Passwords;
import io.guatu.ledger.Database;
import io.guatu.ledger.EmbeddedPostgres;
import io.guatu.ledger.Silence;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import io.vertx.micrometer.VertxPrometheusOptions;
import java.io.Closeable;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The running program: a database (embedded, or the configured one) and one node on it. Starting and closing block; a
 * start that fails leaves nothing running.
 */
public final class Program implements AutoCloseable {
    /** What has not ended by then waits for something that never comes: for a class, say, of a jar that was overwritten. */
    private static final Duration STOPS = Duration.ofSeconds(28);

    private final Optional<EmbeddedPostgres> embedded;
    private final Vertx vertx;
    private final Node node;
    private final Database database;

    private final Future<String> started;

    private Program(
            Optional<EmbeddedPostgres> embedded, Vertx vertx, Node node, Database database, Future<String> started) {
        this.embedded = embedded;
        this.vertx = vertx;
        this.node = node;
        this.database = database;
        this.started = started;
    }

    /** @throws Exception with a sentence for the person at the terminal as its message */
    public static Program start(Config config, Clock clock, Passwords.Cost cost, Silence silence) throws Exception {
        return start(config, clock, cost, silence, password -> {});
    }

    /** @param firstPassword hears the office's generated password, when it is this start that sets it */
    static Program start(
            Config config, Clock clock, Passwords.Cost cost, Silence silence, Consumer<String> firstPassword)
            throws Exception {
        Program program = open(config, clock, cost, silence, firstPassword);
        try {
            program.ready();
            return program;
        } catch (Exception | Error e) {
            program.close();
            throw e;
        }
    }

    /** A program that has its database and begins to read the ledger: some minutes for ten million entries, if no snapshot fits. */
    static Program open(
            Config config, Clock clock, Passwords.Cost cost, Silence silence, Consumer<String> firstPassword)
            throws Exception {
        List<SeedLine> seeds = Seeds.lines(config.seed());
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Vertx vertx = newVertx(meters);
        Optional<EmbeddedPostgres> embedded = Optional.empty();
        // Hundreds of files: while the database starts, and on no event loop.
        Future<Void> build = vertx.executeBlocking(Build::read, false);
        try {
            Keys keys = Keys.load(vertx, config.keys());
            embedded = embedded(config);
            Database owner = owner(config, embedded);
            owner.migrate();
            Database database = owner.forProgram(config.owner().flatMap(named -> config.database()));
            String password = config.officePassword().orElseGet(Program::password);
            Consumer<String> told = config.officePassword().isPresent() ? given -> {} : firstPassword;
            Shipped shipped = Shipped.read();
            build.await();
            Beginning.Contents beginning =
                    new Beginning.Contents(shipped.firstRules(), Seeds.calendars(), seeds, password, told);
            Node node = new Node(config, database, keys, shipped, beginning, clock, cost, silence, meters);
            return new Program(embedded, vertx, node, database, vertx.deployVerticle(node));
        } catch (Exception | Error e) {
            vertx.close().await();
            if (embedded.isPresent()) {
                embedded.get().close();
            }
            throw e;
        }
    }

    /** Waits until it shows the board. @throws Exception when it never will, with a sentence as its message */
    void ready() throws Exception {
        started.await();
    }

    /** The embedded database of this configuration, started; empty when it names another. Blocks. */
    static Optional<EmbeddedPostgres> embedded(Config config) throws IOException {
        return config.database().isPresent()
                ? Optional.empty()
                : Optional.of(
                        EmbeddedPostgres.start(config.data(), config.data().resolve("postgres-programs")));
    }

    /** Who may bring the database up to date. */
    static Database owner(Config config, Optional<EmbeddedPostgres> embedded) {
        return config.owner().or(config::database).orElseGet(() -> embedded.orElseThrow()
                .database());
    }

    public Node node() {
        return node;
    }

    public Vertx vertx() {
        return vertx;
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() throws IOException {
        close(vertx, embedded, STOPS);
    }

    /** @param first that ends in this time, or is left behind */
    static void close(Vertx first, Optional<? extends Closeable> then, Duration time) throws IOException {
        try {
            first.close().await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("What had not ended after " + time.toSeconds() + " seconds was left behind.", e);
        } finally {
            if (then.isPresent()) {
                then.get().close();
            }
        }
    }

    /** @param meters its own: those of Vert.x that have a name are shared by all of a JVM, and end with the first that ends */
    private static Vertx newVertx(PrometheusMeterRegistry meters) {
        Intake intake = Intake.ofThisMachine();
        Vertx vertx = Vertx.builder()
                .withTransport(Accepting.here(intake))
                .withMetrics(new MicrometerMetricsFactory(meters))
                .with(new VertxOptions()
                        .setMetricsOptions(new MicrometerMetricsOptions()
                                .setRegistryName(UUID.randomUUID().toString())
                                .setPrometheusOptions(new VertxPrometheusOptions().setEnabled(true))
                                .setJvmMetricsEnabled(true)
                                // Nothing of what a client sends: whoever invents methods would make a series of each.
                                .setLabels(EnumSet.of(Label.HTTP_CODE, Label.POOL_TYPE, Label.POOL_NAME, Label.EB_SIDE))
                                .setEnabled(true)))
                .build();
        intake.measured(meters);
        return vertx;
    }

    /** One that is told once. */
    static String password() {
        byte[] random = new byte[9];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
