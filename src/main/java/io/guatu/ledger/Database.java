package io.guatu.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
                // Made side by side, and none depends on another of the same time.
                .outOfOrder(true)
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
        return new Connecting(this, vertx, silence).pool(CONNECTIONS, WAITING, LONGEST_STATEMENT);
    }

    /** One connection, on which statements follow one another without waiting for answers: each is a transaction. */
    public SqlClient line(Vertx vertx, Silence silence) {
        return new Connecting(this, vertx, silence).line(WAITING, LONGEST_STATEMENT);
    }

    /** For those who only look: however many and however slow their questions are, they take no connection from the others. */
    public Pool questions(Vertx vertx, Silence silence) {
        return new Connecting(this, vertx, silence).pool(ASKING, ASKING_WAITING, LONGEST_QUESTION);
    }

    /**
     * Options of an application connection to the server that can be written to, asked for whenever one is made. Whoever holds
     * the head row stops all writers: nobody may hold it long.
     */
    public Supplier<Future<PgConnectOptions>> connecting(Vertx vertx) {
        return Connecting.to(this, vertx, LONGEST_STATEMENT);
    }
}
