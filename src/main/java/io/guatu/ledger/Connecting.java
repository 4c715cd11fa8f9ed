package io.guatu.ledger;

import io.guatu.ledger.Database.Host;
import io.guatu.ledger.Database.Tls;
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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.TrustManagerFactory;

/** How a node connects to its database: as {@code guatu_app}, for no longer than is borne, and to the primary where there are several servers. */
final class Connecting {
    private static final int LONGEST_LIFE_SECONDS = 20;
    private static final String SHORT = "4s";

    private final Database database;
    private final Vertx vertx;
    private final Silence silence;

    Connecting(Database database, Vertx vertx, Silence silence) {
        this.database = database;
        this.vertx = vertx;
        this.silence = silence;
    }

    /** @param longest how long a statement may take */
    Pool pool(int connections, int waiting, String longest) {
        return connected(PgBuilder.pool(), connections, waiting, host -> options(database, host, longest));
    }

    SqlClient line(int waiting, String longest) {
        return connected(PgBuilder.client(), 1, waiting, host -> {
            PgConnectOptions options = options(database, host, longest);
            Map<String, String> settings = new HashMap<>(options.getProperties());
            settings.put(
                    "plan_cache_mode", "force_generic_plan"); // it says one thing, always the same: it is planned once
            return options.setProperties(settings);
        });
    }

    static Supplier<Future<PgConnectOptions>> to(Database database, Vertx vertx, String longest) {
        if (database.hosts().size() == 1) {
            return () ->
                    Future.succeededFuture(options(database, database.hosts().get(0), longest));
        }
        Primary primary = new Primary(vertx, database);
        return () -> primary.find().map(host -> options(database, host, longest));
    }

    private <C> C connected(
            ClientBuilder<C> builder, int connections, int waiting, Function<Host, PgConnectOptions> options) {
        builder.with(poolOptions(connections, waiting)).with(network()).using(vertx);
        if (database.hosts().size() == 1) {
            return builder.connectingTo(options.apply(database.hosts().get(0))).build();
        }
        Primary primary = new Primary(vertx, database);
        return builder.connectingTo(() -> primary.find().<SqlConnectOptions>map(options::apply))
                .build();
    }

    private PoolOptions poolOptions(int connections, int waiting) {
        PoolOptions pool = new PoolOptions()
                .setMaxSize(connections)
                .setMaxWaitQueueSize(waiting)
                // Before it counts as silent.
                .setIdleTimeout((int) silence.connection().toSeconds() / 2)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setConnectionTimeout(5)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        // Who is busy would stay with a server that is the primary no more, and does not know it.
        return database.hosts().size() == 1
                ? pool
                : pool.setMaxLifetime(LONGEST_LIFE_SECONDS).setMaxLifetimeUnit(TimeUnit.SECONDS);
    }

    private NetClientOptions network() {
        int seconds = (int) silence.connection().toSeconds();
        return new NetClientOptions()
                .setConnectTimeout(5_000)
                .setReadIdleTimeout(seconds)
                .setTcpKeepAlive(true)
                .setTcpUserTimeout(seconds * 1_000);
    }

    /** To one of the servers, for a moment. */
    static PgConnectOptions options(Database database, Host host) {
        return options(database, host, SHORT);
    }

    private static PgConnectOptions options(Database database, Host host, String longest) {
        // Certificates are checked against the authorities that this Java trusts.
        ClientSSLOptions certificates = database.tls() == Tls.VERIFY_FULL
                ? new ClientSSLOptions()
                        .setHostnameVerificationAlgorithm("HTTPS")
                        .setTrustOptions(authorities())
                : new ClientSSLOptions().setTrustAll(true);
        return new PgConnectOptions()
                .setSslMode(SslMode.valueOf(database.tls().name()))
                .setSslOptions(certificates)
                .setHost(host.name())
                .setPort(host.port())
                .setDatabase(database.name())
                .setUser(database.user())
                .setPassword(database.password())
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
