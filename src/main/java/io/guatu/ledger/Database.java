package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.ClientBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnectOptions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Where the ledger lives, and as whom: the owner migrates, everything after that runs by a login of its own as the role
 * {@code guatu_app}, which can add to the ledger and never change it.
 *
 * @param hosts the servers among which the primary is, whichever that is at the time; usually one
 */
public record Database(List<Host> hosts, String name, String user, String password, Tls tls) {
    private static final int CONNECTIONS = 8;
    private static final int WAITING = 256;

    /** Less than writers and followers have, however many people ask: whoever only looks waits, or is told to come again. */
    private static final int ASKING = 4;

    private static final int ASKING_WAITING = 64;
    private static final String LONGEST_STATEMENT = "6s";
    private static final String LONGEST_QUESTION = "4s";
    private static final int LONGEST_LIFE_SECONDS = 20;

    /** How much the way to the server is trusted: not at all encrypted, encrypted, or known to lead to this very server. */
    public enum Tls {
        DISABLE,
        REQUIRE,
        VERIFY_FULL
    }

    /** Where a server listens. */
    public record Host(String name, int port) {
        @Override
        public String toString() {
            return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
        }
    }

    public Database {
        hosts = List.copyOf(hosts);
    }

    public Database(String host, int port, String name, String user, String password, Tls tls) {
        this(List.of(new Host(host, port)), name, user, password, tls);
    }

    /** Unencrypted: for one on this machine. */
    public Database(String host, int port, String name, String user, String password) {
        this(host, port, name, user, password, Tls.DISABLE);
    }

    /** Of the only server, or of the one that is named first. */
    public String host() {
        return hosts.get(0).name();
    }

    public int port() {
        return hosts.get(0).port();
    }

    /** The same by another login. */
    Database as(String login, String secret) {
        return new Database(hosts, name, login, secret, tls);
    }

    /** All servers, as a URL names them. */
    public String where() {
        return hosts.stream().map(Host::toString).collect(Collectors.joining(","));
    }

    /** Brings the schema up to date. Blocks; safe when several nodes start at once. */
    public void migrate() {
        migrations(MigrationVersion.LATEST).migrate();
    }

    /** To where it was when an archive was made. Blocks. @return false when this program does not know that version yet */
    public boolean migrate(String version) {
        MigrationVersion wanted = MigrationVersion.fromVersion(version);
        Flyway migrations = migrations(wanted);
        boolean known = Arrays.stream(migrations(MigrationVersion.LATEST).info().all())
                .anyMatch(each -> wanted.equals(each.getVersion()));
        if (known) {
            migrations.migrate();
        }
        return known;
    }

    private Flyway migrations(MigrationVersion target) {
        return Flyway.configure(Database.class.getClassLoader())
                .dataSource(jdbcUrl(), user, password)
                .locations("classpath:db/migration")
                .schemas("guatu")
                .createSchemas(true)
                .target(target)
                .load();
    }

    /** A connection as this user, for work that is no node's. Blocks. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user, password);
    }

    /**
     * The same database by the program's own login: this one is its owner, who makes that login when it is missing. Blocks.
     *
     * @param named the login that the settings name for the program, if they do
     */
    public Database forProgram(Optional<Database> named) throws SQLException {
        ProgramLogin login = new ProgramLogin(this);
        return named.isPresent() ? login.named(named.get()) : login.made();
    }

    /** A new epoch, after a backup was restored: nobody may continue from a past that is gone. Blocks. */
    public UUID renewEpoch() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet renewed = statement.executeQuery(OwnerSql.RENEW_EPOCH)) {
            renewed.next();
            return renewed.getObject(1, UUID.class);
        }
    }

    String jdbcUrl() {
        String factory = tls == Tls.VERIFY_FULL ? "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" : "";
        String primary = hosts.size() > 1 ? "&targetServerType=primary&hostRecheckSeconds=2&connectTimeout=3" : "";
        return "jdbc:postgresql://" + where() + "/" + name + "?loginTimeout=10&tcpKeepAlive=true&sslmode="
                + Json.kebab(tls) + factory + primary;
    }

    /**
     * For writing and following. A bounded pool: when the database is away, callers past the bound are refused at once instead
     * of piling up. A connection that has fallen silent is thrown away, and whatever waits for it fails.
     */
    public Pool pool(Vertx vertx, Silence silence) {
        return connected(
                PgBuilder.pool(), vertx, silence, CONNECTIONS, WAITING, host -> options(host, LONGEST_STATEMENT));
    }

    /** One connection, on which statements follow one another without waiting for answers: each is a transaction. */
    public SqlClient line(Vertx vertx, Silence silence) {
        return connected(PgBuilder.client(), vertx, silence, 1, WAITING, host -> {
            PgConnectOptions options = options(host, LONGEST_STATEMENT);
            Map<String, String> settings = new HashMap<>(options.getProperties());
            settings.put(
                    "plan_cache_mode", "force_generic_plan"); // it says one thing, always the same: it is planned once
            return options.setProperties(settings);
        });
    }

    /** For those who only look: however many and however slow their questions are, they take no connection from the others. */
    public Pool questions(Vertx vertx, Silence silence) {
        return connected(
                PgBuilder.pool(), vertx, silence, ASKING, ASKING_WAITING, host -> options(host, LONGEST_QUESTION));
    }

    private <C> C connected(
            ClientBuilder<C> builder,
            Vertx vertx,
            Silence silence,
            int connections,
            int waiting,
            Function<Host, PgConnectOptions> options) {
        builder.with(poolOptions(silence, connections, waiting))
                .with(network(silence))
                .using(vertx);
        if (hosts.size() == 1) {
            return builder.connectingTo(options.apply(hosts.get(0))).build();
        }
        Primary primary = new Primary(vertx, this);
        return builder.connectingTo(() -> primary.find().<SqlConnectOptions>map(options::apply))
                .build();
    }

    private PoolOptions poolOptions(Silence silence, int connections, int waiting) {
        PoolOptions pool = new PoolOptions()
                .setMaxSize(connections)
                .setMaxWaitQueueSize(waiting)
                // Before it counts as silent.
                .setIdleTimeout((int) silence.connection().toSeconds() / 2)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setConnectionTimeout(5)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        // Who is busy would stay with a server that is the primary no more, and does not know it.
        return hosts.size() == 1
                ? pool
                : pool.setMaxLifetime(LONGEST_LIFE_SECONDS).setMaxLifetimeUnit(TimeUnit.SECONDS);
    }

    private static NetClientOptions network(Silence silence) {
        int seconds = (int) silence.connection().toSeconds();
        return new NetClientOptions()
                .setConnectTimeout(5_000)
                .setReadIdleTimeout(seconds)
                .setTcpKeepAlive(true)
                .setTcpUserTimeout(seconds * 1_000);
    }

    /**
     * Options of an application connection to the server that can be written to, asked for whenever one is made. Whoever holds
     * the head row stops all writers: nobody may hold it long.
     */
    public Supplier<Future<PgConnectOptions>> connecting(Vertx vertx) {
        if (hosts.size() == 1) {
            return () -> Future.succeededFuture(options(hosts.get(0), LONGEST_STATEMENT));
        }
        Primary primary = new Primary(vertx, this);
        return () -> primary.find().map(host -> options(host, LONGEST_STATEMENT));
    }

    /** To one of the servers, for a moment. */
    PgConnectOptions asking(Host host) {
        return options(host, LONGEST_QUESTION);
    }

    private PgConnectOptions options(Host host, String longest) {
        // Certificates are checked against the authorities that this Java trusts.
        ClientSSLOptions certificates = tls == Tls.VERIFY_FULL
                ? new ClientSSLOptions()
                        .setHostnameVerificationAlgorithm("HTTPS")
                        .setTrustOptions(authorities())
                : new ClientSSLOptions().setTrustAll(true);
        return new PgConnectOptions()
                .setSslMode(SslMode.valueOf(tls.name()))
                .setSslOptions(certificates)
                .setHost(host.name())
                .setPort(host.port())
                .setDatabase(name)
                .setUser(user)
                .setPassword(password)
                .setCachePreparedStatements(true)
                .setProperties(Map.of(
                        "role", "guatu_app",
                        "search_path", "guatu",
                        "application_name", "guatu",
                        "lock_timeout", "4s",
                        "statement_timeout", longest,
                        "idle_in_transaction_session_timeout", "6s"));
    }

    private static TrustOptions authorities() {
        try {
            TrustManagerFactory known = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            known.init((KeyStore) null);
            return TrustOptions.wrap(known.getTrustManagers()[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has its authorities
        }
    }
}
