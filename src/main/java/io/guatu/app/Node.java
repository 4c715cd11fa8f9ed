package io.guatu.app;

import io.guatu.access.Keys;
import io.guatu.access.Passwords;
import io.guatu.access.Principal;
import io.guatu.access.RefreshTokens;
import io.guatu.access.Tokens;
import io.guatu.board.Board;
import io.guatu.bridge.Bridge;
import io.guatu.bridge.Frames;
import io.guatu.command.Command;
import io.guatu.command.Writer;
import io.guatu.domain.BoardUpdate.CalendarAdopted;
import io.guatu.domain.RuleSet;
import io.guatu.http.Api;
import io.guatu.http.Versions;
import io.guatu.ledger.Chain;
import io.guatu.ledger.Credentials;
import io.guatu.ledger.Database;
import io.guatu.ledger.GrantUsage;
import io.guatu.ledger.Json;
import io.guatu.ledger.PgLedger;
import io.guatu.ledger.PhotoStore;
import io.guatu.ledger.ScreenHeartbeats;
import io.guatu.ledger.Seeding;
import io.guatu.ledger.Sessions;
import io.guatu.ledger.SigningKeys;
import io.guatu.photo.Decoders;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Relay;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One node: everything on one event loop. Starts in the order database → seeds → relay → bridge → HTTP. */
public final class Node extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    /** In force until the office adopts another set. */
    private static final String DEFAULT_RULES = "daguan-1";

    private static final int LONGEST_MESSAGE = 64 * 1024;
    private static final int LONGEST_HEADER = 16 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int IDLE_SECONDS = 120;

    private final Config config;
    private final Database database;
    private final Keys keys;
    private final Map<String, RuleSet> shipped;
    private final List<CalendarAdopted> calendars;
    private final List<SeedLine> seeds;
    private final String officePassword;
    private final Consumer<String> firstPassword;
    private final Clock clock;
    private final Decoders decoders = new Decoders();
    private Relay relay;
    private Tokens tokens;
    private HttpServer server;

    Node(
            Config config,
            Database database,
            Keys keys,
            Map<String, RuleSet> shipped,
            List<CalendarAdopted> calendars,
            List<SeedLine> seeds,
            String officePassword,
            Consumer<String> firstPassword,
            Clock clock) {
        this.config = config;
        this.database = database;
        this.keys = keys;
        this.shipped = shipped;
        this.calendars = calendars;
        this.seeds = seeds;
        this.officePassword = officePassword;
        this.firstPassword = firstPassword;
        this.clock = clock;
    }

    @Override
    public Future<?> start() {
        Pool pool = database.pool(vertx);
        PgLedger ledger = new PgLedger(pool);
        Credentials credentials = new Credentials(pool);
        Passwords passwords = new Passwords(vertx, keys);
        Writer writer = new Writer(vertx, ledger, config.zone(), shipped.get(DEFAULT_RULES));
        Versions versions = new Versions();
        Frames frames = new Frames(clock, versions.guatu());
        ScreenHeartbeats heartbeats = new ScreenHeartbeats(vertx, pool);
        tokens = new Tokens(vertx, keys, clock);
        LocalDate today = LocalDate.ofInstant(clock.instant(), config.zone());
        relay = new Relay(
                vertx,
                ledger,
                database.options(),
                clock,
                Board.empty(new UUID(0, 0), today, config.zone(), shipped.get(DEFAULT_RULES)));
        PhotoStore photos = new PhotoStore(pool);
        return new SigningKeys(pool)
                .see(keys.kid())
                .onSuccess(this::compare)
                .compose(seen -> seed(new Seeding(pool), writer, today, photos, credentials, passwords))
                .compose(ready -> relay.start())
                .compose(following -> {
                    Bridge bridge = new Bridge(vertx, tokens, relay, frames, heartbeats, clock);
                    return Api.server(new Api.Rooms(
                            vertx,
                            clock,
                            keys,
                            tokens,
                            new RefreshTokens(vertx, keys, clock),
                            passwords,
                            credentials,
                            new Sessions(pool),
                            heartbeats,
                            new GrantUsage(pool),
                            photos,
                            decoders,
                            ledger,
                            new Chain(vertx, pool, clock),
                            writer,
                            relay,
                            new BoardHistory(vertx, ledger, relay),
                            shipped,
                            frames,
                            bridge,
                            versions,
                            config.origins(),
                            config.proxies()));
                })
                .compose(api -> vertx.createHttpServer(options(config))
                        .requestHandler(api.router())
                        .invalidRequestHandler(api.invalid())
                        .listen(config.port(), config.host()))
                .onSuccess(listening -> server = listening);
    }

    @Override
    public Future<?> stop() {
        if (relay != null) {
            relay.stop();
        }
        decoders.close();
        return Future.succeededFuture();
    }

    /** The port that the server listens on: another than the configured one when that is 0. */
    public int port() {
        return server.actualPort();
    }

    Relay relay() {
        return relay;
    }

    Tokens tokens() {
        return tokens;
    }

    private void compare(Optional<String> other) {
        other.filter(kid -> !keys.knows(kid))
                .ifPresent(kid -> LOG.warn(
                        "The node that started last on this database signs with the key {}, which this one does not have:"
                                + " logins and links of the one open nothing at the other. All nodes of a board share one"
                                + " file of keys (GUATU_KEYS).",
                        kid));
    }

    private Future<Void> seed(
            Seeding seeding,
            Writer writer,
            LocalDate today,
            PhotoStore photos,
            Credentials credentials,
            Passwords passwords) {
        return seeding.begin(today).compose(state -> {
            if (state.done()) {
                return newCalendars(writer);
            }
            Seeder seeder = new Seeder(
                    vertx,
                    writer,
                    credentials,
                    photos,
                    passwords,
                    clock,
                    config.zone(),
                    state.day(),
                    Seeds.invented(seeds));
            int first = seeds.isEmpty() ? 0 : Math.min(0, seeds.get(0).day());
            Instant beginning =
                    state.day().plusDays(first).atStartOfDay(config.zone()).toInstant();
            return seeder.office(officePassword, firstPassword, beginning)
                    .compose(office -> seeder.settings(calendars, shipped.get(DEFAULT_RULES), beginning))
                    .compose(agreed -> seeder.run(seeds))
                    .compose(told -> seeding.done());
        });
    }

    /** A later version brings the next year's working days: the ledger learns them when that version first starts. */
    private Future<Void> newCalendars(Writer writer) {
        Future<Void> adopted = Future.succeededFuture();
        for (CalendarAdopted calendar : calendars) {
            String key = "calendar " + Json.write(calendar);
            adopted = adopted.compose(before -> writer.submit(Command.of(
                            Principal.system(), "calendar " + key.hashCode(), key, clock.instant(), null, calendar)))
                    .mapEmpty(); // one for a year that is arranged already is refused, which is what we want
        }
        return adopted;
    }

    private static HttpServerOptions options(Config config) {
        HttpServerOptions options = new HttpServerOptions()
                .setCompressionSupported(true)
                .setMaxWebSocketFrameSize(LONGEST_MESSAGE)
                .setMaxWebSocketMessageSize(LONGEST_MESSAGE)
                // Frames are encoded once for all viewers; deflating them for each would cost what that saved.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setTcpNoDelay(true)
                .setReuseAddress(true)
                .setTcpKeepAlive(true)
                // Pages ping and walls hear a pulse every few seconds: who neither speaks nor takes anything is gone.
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(LONGEST_HEADER)
                .setMaxInitialLineLength(LONGEST_LINE);
        config.tls().ifPresent(tls -> options.setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(tls.certificate().toString())
                        .setKeyPath(tls.key().toString())));
        return options;
    }
}
