package io.guatu.app;

import io.guatu.access.HeadSignatures;
import io.guatu.access.Keys;
import io.guatu.access.Passwords;
import io.guatu.access.Tokens;
import io.guatu.command.Writability;
import io.guatu.command.Writer;
import io.guatu.exchange.Tiles;
import io.guatu.http.Front;
import io.guatu.http.contract.Contract;
import io.guatu.http.page.Libraries;
import io.guatu.http.page.Pages;
import io.guatu.ledger.AccessLog;
import io.guatu.ledger.Database;
import io.guatu.ledger.NotUnderstood;
import io.guatu.ledger.ScreenHeartbeats;
import io.guatu.ledger.Silence;
import io.guatu.relay.PastSnapshots;
import io.guatu.relay.Patience;
import io.guatu.relay.Relay;
import io.guatu.relay.Snapshots;
import io.guatu.state.Present;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One node: everything on one event loop. It answers at once, that it is starting, and starts in the order database → relay →
 * seeds → bridge → routes.
 */
public final class Node extends VerticleBase {
    /** What is done aside for the past ends within a page of the ledger, or else is left behind. */
    private static final long ASIDE_SECONDS = 3;
    /** A large state is written in what is left of these, or the next start folds what came since the one before. */
    private static final long WITHIN_SECONDS = 26;

    private final Config config;
    private final Database database;
    private final Keys keys;
    private final Shipped shipped;
    private final Beginning.Contents beginning;
    private final Clock clock;
    private final Passwords.Cost cost;
    private final Silence silence;
    private final Apart apart = new Apart();
    private final PrometheusMeterRegistry meters;
    private final NodeMetrics metrics;
    private final OpenRequests open = new OpenRequests();
    private Relay relay;
    private Writability writability;
    private HeadWatch heads;
    private AccessLog access;
    private Snapshots snapshots;
    private PastSnapshots past;
    private Tokens tokens;
    private ScreenHeartbeats heartbeats;
    private final Promise<Void> listening = Promise.promise();
    private Web web;
    private HttpServer server;

    Node(
            Config config,
            Database database,
            Keys keys,
            Shipped shipped,
            Beginning.Contents beginning,
            Clock clock,
            Passwords.Cost cost,
            Silence silence,
            PrometheusMeterRegistry meters) {
        this.config = config;
        this.database = database;
        this.keys = keys;
        this.shipped = shipped;
        this.beginning = beginning;
        this.clock = clock;
        this.cost = cost;
        this.silence = silence;
        this.meters = meters;
        this.metrics = new NodeMetrics(meters);
    }

    @Override
    public Future<?> start() {
        Stores stores = Stores.of(vertx, database, keys, clock, silence, this::end);
        Passwords passwords = new Passwords(vertx, keys, cost);
        tokens = new Tokens(vertx, keys, clock);
        heartbeats = stores.heartbeats();
        LocalDate today = LocalDate.ofInstant(clock.instant(), config.zone());
        snapshots = new Snapshots(vertx, stores.snapshots(), Build.FOLD);
        relay = new Relay(
                vertx,
                stores.ledger(),
                database.connecting(vertx),
                silence,
                clock,
                snapshots,
                Present.begin(new UUID(0, 0), today, config.zone(), shipped.firstRules()));
        writability = new Writability(vertx, stores.probe(), clock, silence, relay::end);
        HeadSignatures signatures = new HeadSignatures(vertx, keys, clock);
        heads = new HeadWatch(vertx, stores.ledger(), new HeadFile(config.data(), signatures), signatures);
        metrics.follow(relay, snapshots);
        metrics.write(writability);
        Writer writer = new Writer(vertx, metrics.timed(stores.ledger()), relay, silence, writability::failed);
        Seeder seeder =
                new Seeder(vertx, writer, stores.credentials(), stores.photos(), passwords, clock, config.zone());
        Front front = new Front(vertx, open, relay::progress);
        // Many schemas and files are read: beside the event loop, while the ledger is.
        Future<Contract> contract = vertx.executeBlocking(Contract::new, false);
        Future<Pages> pages = vertx.executeBlocking(
                () -> new Pages(
                        vertx, new Libraries(Build.VERSIONS), config.tiles().map(Tiles::origin)),
                false);
        return listen(front)
                .compose(listening -> patiently(
                        () -> new SharedKeys(keys).compare(stores.signingKeys()).mapEmpty()))
                .compose(seen -> patiently(heads::compare))
                .compose(compared -> patiently(relay::start))
                .compose(following -> writability.start())
                .compose(known -> relay.end().isPresent()
                        ? Future.succeededFuture() // nothing is told on top of what is not understood
                        : patiently(() -> new Beginning(seeder, beginning).begin(stores.seeding())))
                .compose(begun -> Future.all(contract, pages))
                .map(read -> {
                    web = new Web(
                            vertx,
                            config,
                            keys,
                            shipped,
                            stores,
                            relay,
                            writer,
                            writability,
                            passwords,
                            tokens,
                            apart,
                            clock,
                            silence,
                            meters);
                    metrics.send(web.bridge());
                    metrics.watch(vertx, relay, heartbeats, clock);
                    return web.api(contract.result(), pages.result(), this::gone, open::leaving);
                })
                .onSuccess(api -> api.router().route().order(-1).handler(open))
                .onSuccess(front::open)
                .onSuccess(open -> {
                    web.courier().start();
                    heads.start();
                    access = stores.access();
                    access.start(
                            vertx,
                            () -> relay.board().projects().settings().access().logDays());
                    past = new PastSnapshots(vertx, stores.past(), stores.pastSnapshots(), Build.FOLD);
                    // First what a stop would wait for, then what is asked for most.
                    relay.kept()
                            .compose(kept -> web.days().lately())
                            .compose(kept -> past.keepFilled(() -> relay.now().state()))
                            .onComplete(filled -> web.days().keepFilled());
                });
    }

    /** A machine on which much else runs gives a connection late: that is no reason not to start. */
    private <T> Future<T> patiently(Supplier<Future<T>> step) {
        return Patience.with(vertx, step);
    }

    private Future<HttpServer> listen(Front front) {
        return vertx.createHttpServer(ServerOptions.of(config))
                .connectionHandler(open::opened)
                .requestHandler(front)
                .invalidRequestHandler(front::invalid)
                .listen(config.port(), config.host())
                .onSuccess(started -> server = started)
                .onComplete(started -> listening.handle(started.mapEmpty()));
    }

    /**
     * Not ready any more, lines are told to come back, everybody who is being answered is answered, by a node that still writes and
     * still follows the ledger; then it goes.
     */
    @Override
    public Future<?> stop() {
        long began = System.nanoTime();
        Future<Void> lines =
                web == null ? Future.succeededFuture() : web.bridge().leave();
        Future<Void> answered = server == null ? Future.succeededFuture() : open.drain(vertx, server, lines);
        return answered.transform(whatever -> heads == null ? Future.succeededFuture() : heads.keep())
                .transform(whatever -> access == null ? Future.succeededFuture() : access.write())
                .transform(whatever -> heartbeats == null ? Future.succeededFuture() : heartbeats.write())
                .transform(whatever ->
                        web == null ? Future.succeededFuture() : web.courier().stop())
                .transform(whatever -> {
                    if (writability != null) {
                        writability.stop();
                    }
                    apart.close();
                    return past == null
                            ? Future.succeededFuture()
                            : Future.join(past.stop(), web.stop()).timeout(ASIDE_SECONDS, TimeUnit.SECONDS);
                })
                .transform(whatever -> relay == null
                        ? Future.succeededFuture()
                        : relay.stop().timeout(lastMillis(began), TimeUnit.MILLISECONDS));
    }

    private static long lastMillis(long began) {
        long left = TimeUnit.SECONDS.toNanos(WITHIN_SECONDS) - (System.nanoTime() - began);
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(left));
    }

    /** The first entry that this program does not understand. */
    private long end() {
        return relay.end().map(NotUnderstood::seq).orElse(Long.MAX_VALUE);
    }

    private Optional<String> gone() {
        return relay.gone().or(heads::gone);
    }

    /** Completes when the port is open: long before the board is read, perhaps. */
    Future<Void> listening() {
        return listening.future();
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
}
