package io.guatu.app;

import io.guatu.access.HeadSignatures;
import io.guatu.access.Keys;
import io.guatu.access.Passwords;
import io.guatu.access.RefreshTokens;
import io.guatu.access.Tokens;
import io.guatu.access.Vault;
import io.guatu.bridge.Answers;
import io.guatu.bridge.Bridge;
import io.guatu.bridge.Frames;
import io.guatu.bridge.PastFrames;
import io.guatu.command.Writability;
import io.guatu.command.Writer;
import io.guatu.courier.Courier;
import io.guatu.exchange.Tiles;
import io.guatu.http.Api;
import io.guatu.http.Front;
import io.guatu.http.answer.LastingAnswers;
import io.guatu.http.answer.Links;
import io.guatu.http.contract.Contract;
import io.guatu.http.page.Libraries;
import io.guatu.http.page.Pages;
import io.guatu.http.request.Caller;
import io.guatu.http.request.ClientAddress;
import io.guatu.http.request.Origins;
import io.guatu.http.request.TrustedProxies;
import io.guatu.http.route.AccessLogRoutes;
import io.guatu.http.route.AccessNotes;
import io.guatu.http.route.BoardRoutes;
import io.guatu.http.route.BurdenRoutes;
import io.guatu.http.route.ComplaintRoutes;
import io.guatu.http.route.EntryRoutes;
import io.guatu.http.route.ExchangeRoutes;
import io.guatu.http.route.FeedRoutes;
import io.guatu.http.route.FormRoutes;
import io.guatu.http.route.GrantRoutes;
import io.guatu.http.route.Health;
import io.guatu.http.route.HistoryRoutes;
import io.guatu.http.route.InvitationRoutes;
import io.guatu.http.route.Invitations;
import io.guatu.http.route.MeetingRoutes;
import io.guatu.http.route.MessageRoutes;
import io.guatu.http.route.PairingRoutes;
import io.guatu.http.route.PaperRoutes;
import io.guatu.http.route.PeopleRoutes;
import io.guatu.http.route.PhotoRoutes;
import io.guatu.http.route.PlanRoutes;
import io.guatu.http.route.ProjectRoutes;
import io.guatu.http.route.PublicRoutes;
import io.guatu.http.route.ScheduleRoutes;
import io.guatu.http.route.ScreenRoutes;
import io.guatu.http.route.SessionRoutes;
import io.guatu.http.route.SheetRoutes;
import io.guatu.http.route.Submissions;
import io.guatu.http.route.TableRoutes;
import io.guatu.http.route.UpdateRoutes;
import io.guatu.ledger.AccessLog;
import io.guatu.ledger.Database;
import io.guatu.ledger.ScreenHeartbeats;
import io.guatu.ledger.Silence;
import io.guatu.ledger.SnapshotStore;
import io.guatu.photo.Decoders;
import io.guatu.relay.BoardHistory;
import io.guatu.relay.Digests;
import io.guatu.relay.PastSnapshots;
import io.guatu.relay.Relay;
import io.guatu.relay.Snapshots;
import io.guatu.report.Papers;
import io.guatu.report.form.Forms;
import io.guatu.schedule.Schedules;
import io.guatu.sheet.Sheets;
import io.guatu.state.Present;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * One node: everything on one event loop. It answers at once, that it is starting, and starts in the order database → relay →
 * seeds → bridge → routes.
 */
public final class Node extends VerticleBase {
    /** What is done aside for the past ends within a page of the ledger, or else is left behind. */
    private static final long ASIDE_SECONDS = 3;

    private final Config config;
    private final Database database;
    private final Keys keys;
    private final Shipped shipped;
    private final Beginning.Contents beginning;
    private final Clock clock;
    private final Passwords.Cost cost;
    private final Silence silence;
    private final Decoders decoders = new Decoders();
    private final Schedules schedules = new Schedules();
    private final Sheets sheets = new Sheets();
    private final NodeMetrics metrics = new NodeMetrics();
    private final Papers papers = new Papers();
    private final Forms forms = new Forms();
    private final OpenRequests open = new OpenRequests();
    private Relay relay;
    private Writability writability;
    private HeadWatch heads;
    private AccessLog access;
    private Snapshots snapshots;
    private PastSnapshots past;
    private PastFrames days;
    private Tokens tokens;
    private ScreenHeartbeats heartbeats;
    private final Promise<Void> listening = Promise.promise();
    private Bridge bridge;
    private Courier courier;
    private HttpServer server;

    Node(
            Config config,
            Database database,
            Keys keys,
            Shipped shipped,
            Beginning.Contents beginning,
            Clock clock,
            Passwords.Cost cost,
            Silence silence) {
        this.config = config;
        this.database = database;
        this.keys = keys;
        this.shipped = shipped;
        this.beginning = beginning;
        this.clock = clock;
        this.cost = cost;
        this.silence = silence;
    }

    @Override
    public Future<?> start() {
        Stores stores = Stores.of(vertx, database, keys, clock, silence);
        Passwords passwords = new Passwords(vertx, keys, cost);
        tokens = new Tokens(vertx, keys, clock);
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
        writability = new Writability(vertx, stores.probe(), clock, silence);
        HeadSignatures signatures = new HeadSignatures(vertx, keys, clock);
        heads = new HeadWatch(vertx, stores.ledger(), new HeadFile(config.data(), signatures), signatures);
        metrics.follow(relay, snapshots);
        metrics.write(writability);
        Writer writer = new Writer(vertx, metrics.timed(stores.ledger()), relay, silence, writability::failed);
        Seeder seeder =
                new Seeder(vertx, writer, stores.credentials(), stores.photos(), passwords, clock, config.zone());
        Front front = new Front(vertx, open, relay::progress);
        // Many schemas are read: beside the event loop, while the ledger is.
        Future<Contract> contract = vertx.executeBlocking(Contract::new, false);
        return listen(front)
                .compose(listening -> new SharedKeys(keys).compare(stores.signingKeys()))
                .compose(seen -> heads.compare())
                .compose(compared -> relay.start())
                .compose(following -> writability.start())
                .compose(known -> new Beginning(seeder, beginning).begin(stores.seeding()))
                .compose(begun -> contract)
                .map(read -> web(read, stores, writer, passwords))
                .onSuccess(api -> api.router().route().order(-1).handler(open))
                .onSuccess(front::open)
                .onSuccess(open -> {
                    courier.start();
                    heads.start();
                    access = stores.access();
                    access.start(
                            vertx,
                            () -> relay.board().projects().settings().access().logDays());
                    past = new PastSnapshots(vertx, stores.past(), stores.pastSnapshots(), Build.FOLD);
                    past.keepFilled(() -> relay.now().state()).onComplete(filled -> days.keepFilled());
                });
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

    private Api web(Contract contract, Stores stores, Writer writer, Passwords passwords) {
        Answers answers = new Answers(vertx, new Frames(Build.VERSIONS.guatu()), relay::seal);
        heartbeats = stores.heartbeats();
        BoardHistory history = new BoardHistory(
                vertx,
                stores.past(),
                stores.entries(),
                relay,
                new Snapshots(vertx, stores.pastSnapshots(), Build.FOLD));
        LastingAnswers lasting = new LastingAnswers(vertx, answers, Build.VERSIONS.guatu() + Build.FOLD + Build.DRAWN);
        days = new PastFrames(
                vertx, relay, history, answers.frames(), stores.frames(), Build.DRAWN, SnapshotStore.NEAR);
        bridge = new Bridge(
                vertx, tokens, relay, answers, heartbeats, clock, silence, ClientAddress::address, config.lines());
        metrics.send(bridge);
        metrics.watch(vertx, relay, heartbeats, clock);
        Caller caller = new Caller(tokens, relay, stores.usage(), clock);
        Submissions submissions = new Submissions(writer, writability, relay, clock);
        Links links =
                new Links(tokens, () -> relay.board().projects().settings().address());
        Invitations invitations = new Invitations(relay, links, clock);
        RefreshTokens refresh = new RefreshTokens(vertx, keys, clock);
        SessionRoutes accounts = new SessionRoutes(
                caller,
                submissions,
                relay,
                stores.credentials(),
                stores.sessions(),
                passwords,
                tokens,
                refresh,
                stores.factors(),
                new Vault(keys),
                clock);
        Couriers couriers = Couriers.of(vertx, config, keys, stores, relay, caller, clock);
        courier = couriers.courier();
        return new Api(vertx, new TrustedProxies(config.proxies()), contract)
                .operating(
                        new Health(stores.ledger(), relay, writability, bridge, this::gone, open::leaving),
                        keys.published(),
                        config.scrapers())
                .bridge(bridge, new Origins(config.origins()))
                .operations(
                        silence.request(),
                        new AccessNotes(stores.access(), relay, clock),
                        caller,
                        List.of(
                                new BoardRoutes(
                                        vertx, clock, caller, relay, history, days, answers, lasting, shipped.rules()),
                                new HistoryRoutes(
                                        vertx, caller, relay, history, new Digests(vertx, relay, history), lasting),
                                new ExchangeRoutes(
                                        vertx, caller, relay, history, stores.entries(), lasting, config.tiles()),
                                new PublicRoutes(vertx, relay, clock),
                                new TableRoutes(vertx, caller, relay, history, answers, lasting),
                                new PaperRoutes(
                                        vertx,
                                        caller,
                                        relay,
                                        history,
                                        stores.entries(),
                                        answers,
                                        lasting,
                                        stores.photos(),
                                        papers),
                                new BurdenRoutes(
                                        vertx, caller, relay, history, stores.entries(), stores.typed(), lasting),
                                new FormRoutes(
                                        vertx,
                                        caller,
                                        submissions,
                                        relay,
                                        history,
                                        answers,
                                        lasting,
                                        stores.forms(),
                                        forms),
                                new ProjectRoutes(vertx, caller, relay, clock),
                                new EntryRoutes(caller, relay, stores.entries(), stores.chain()),
                                new AccessLogRoutes(caller, relay, stores.access()),
                                new MeetingRoutes(
                                        vertx, caller, relay, history, stores.entries(), stores.past(), lasting),
                                new UpdateRoutes(caller, submissions),
                                new PlanRoutes(vertx, caller, relay, clock, shipped.templates()),
                                new PhotoRoutes(vertx, caller, submissions, relay, stores.photos(), decoders),
                                new ScheduleRoutes(vertx, caller, relay, schedules),
                                new SheetRoutes(vertx, caller, relay, sheets),
                                new MessageRoutes(vertx, caller, relay),
                                new GrantRoutes(caller, submissions, relay, stores.usage(), links, clock),
                                new InvitationRoutes(caller, submissions, relay, invitations, links, clock),
                                new ScreenRoutes(caller, submissions, relay, heartbeats, links, clock),
                                new PairingRoutes(caller, submissions, relay, stores.pairings(), links, clock),
                                new PeopleRoutes(
                                        caller,
                                        submissions,
                                        relay,
                                        stores.credentials(),
                                        stores.factors(),
                                        passwords,
                                        invitations),
                                new ComplaintRoutes(caller, relay, stores.complaints(), clock),
                                new FeedRoutes(vertx, caller, relay, stores.feeds(), stores.entries(), clock),
                                couriers.groups(),
                                couriers.mail(),
                                accounts))
                .pages(new Pages(
                        vertx, new Libraries(Build.VERSIONS), config.tiles().map(Tiles::origin)));
    }

    /**
     * Not ready any more, lines are told to come back, everybody who is being answered is answered, by a node that still writes and
     * still follows the ledger; then it goes.
     */
    @Override
    public Future<?> stop() {
        Future<Void> lines = bridge == null ? Future.succeededFuture() : bridge.leave();
        Future<Void> answered = server == null ? Future.succeededFuture() : open.drain(vertx, server, lines);
        return answered.transform(whatever -> heads == null ? Future.succeededFuture() : heads.keep())
                .transform(whatever -> access == null ? Future.succeededFuture() : access.write())
                .transform(whatever -> heartbeats == null ? Future.succeededFuture() : heartbeats.write())
                .transform(whatever -> courier == null ? Future.succeededFuture() : courier.stop())
                .transform(whatever -> {
                    if (writability != null) {
                        writability.stop();
                    }
                    decoders.close();
                    schedules.close();
                    sheets.close();
                    papers.close();
                    forms.close();
                    return past == null
                            ? Future.succeededFuture()
                            : Future.join(past.stop(), days.stop()).timeout(ASIDE_SECONDS, TimeUnit.SECONDS);
                })
                .transform(whatever -> relay == null ? Future.succeededFuture() : relay.stop());
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
