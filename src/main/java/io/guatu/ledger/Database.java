package io.guatu.ledger;

import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import org.flywaydb.core.Flyway;

/**
 * Where the ledger lives, and as whom: the owner migrates, everything after that runs by a login of its own as the role
 * {@code guatu_app}, which can add to the ledger and never change it.
 */
public record Database(String host, int port, String name, String user, String password, Tls tls) {
    private static final int CONNECTIONS = 8;
    private static final int WAITING = 256;

    /** Less than writers and followers have, however many people ask: whoever only looks waits, or is told to come again. */
    private static final int ASKING = 4;

    private static final int ASKING_WAITING = 64;
    private static final String LONGEST_STATEMENT = "6s";
    private static final String LONGEST_QUESTION = "4s";

    /** How much the way to the server is trusted: not at all encrypted, encrypted, or known to lead to this very server. */
    public enum Tls {
        DISABLE,
        REQUIRE,
        VERIFY_FULL
    }

    /** Unencrypted: for one on this machine. */
    public Database(String host, int port, String name, String user, String password) {
        this(host, port, name, user, password, Tls.DISABLE);
    }

    /** Brings the schema up to date. Blocks; safe when several nodes start at once. */
    public void migrate() {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(jdbcUrl(), user, password)
                .locations("classpath:db/migration")
                .schemas("guatu")
                .createSchemas(true)
                .load()
                .migrate();
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
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), user, password);
                Statement statement = connection.createStatement();
                ResultSet renewed = statement.executeQuery(OwnerSql.RENEW_EPOCH)) {
            renewed.next();
            return renewed.getObject(1, UUID.class);
        }
    }

    String jdbcUrl() {
        String factory = tls == Tls.VERIFY_FULL ? "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" : "";
        return "jdbc:postgresql://" + host + ":" + port + "/" + name + "?loginTimeout=10&tcpKeepAlive=true&sslmode="
                + Json.kebab(tls) + factory;
    }

    /**
     * For writing and following. A bounded pool: when the database is away, callers past the bound are refused at once instead
     * of piling up. A connection that has fallen silent is thrown away, and whatever waits for it fails.
     */
    public Pool pool(Vertx vertx, Silence silence) {
        return pool(vertx, silence, CONNECTIONS, WAITING, options());
    }

    /** One connection, on which statements follow one another without waiting for answers: each is a transaction. */
    public SqlClient line(Vertx vertx, Silence silence) {
        PgConnectOptions options = options();
        Map<String, String> settings = new HashMap<>(options.getProperties());
        settings.put("plan_cache_mode", "force_generic_plan"); // it says one thing, always the same: it is planned once
        return PgBuilder.client()
                .with(poolOptions(silence, 1, WAITING))
                .with(network(silence))
                .connectingTo(options.setProperties(settings))
                .using(vertx)
                .build();
    }

    /** For those who only look: however many and however slow their questions are, they take no connection from the others. */
    public Pool questions(Vertx vertx, Silence silence) {
        return pool(vertx, silence, ASKING, ASKING_WAITING, options(LONGEST_QUESTION));
    }

    private static Pool pool(Vertx vertx, Silence silence, int connections, int waiting, PgConnectOptions options) {
        return PgBuilder.pool()
                .with(poolOptions(silence, connections, waiting))
                .with(network(silence))
                .connectingTo(options)
                .using(vertx)
                .build();
    }

    private static PoolOptions poolOptions(Silence silence, int connections, int waiting) {
        return new PoolOptions()
                .setMaxSize(connections)
                .setMaxWaitQueueSize(waiting)
                // Before it counts as silent.
                .setIdleTimeout((int) silence.connection().toSeconds() / 2)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setConnectionTimeout(5)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    }

    private static NetClientOptions network(Silence silence) {
        int seconds = (int) silence.connection().toSeconds();
        return new NetClientOptions()
                .setConnectTimeout(5_000)
                .setReadIdleTimeout(seconds)
                .setTcpKeepAlive(true)
                .setTcpUserTimeout(seconds * 1_000);
    }

    /** Options of an application connection. Whoever holds the head row stops all writers: nobody may hold it long. */
    public PgConnectOptions options() {
        return options(LONGEST_STATEMENT);
    }

    private PgConnectOptions options(String longest) {
        // Certificates are checked against the authorities that this Java trusts.
        ClientSSLOptions certificates = tls == Tls.VERIFY_FULL
                ? new ClientSSLOptions()
                        .setHostnameVerificationAlgorithm("HTTPS")
                        .setTrustOptions(authorities())
                : new ClientSSLOptions().setTrustAll(true);
        return new PgConnectOptions()
                .setSslMode(SslMode.valueOf(tls.name()))
                .setSslOptions(certificates)
                .setHost(host)
                .setPort(port)
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
